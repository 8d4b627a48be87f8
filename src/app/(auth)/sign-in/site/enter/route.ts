export { postSite as POST } from "#delivery/sign-in/site-sign-in.ts";
