export { downloadHistory as GET } from "#delivery/audit/download-history.ts";
