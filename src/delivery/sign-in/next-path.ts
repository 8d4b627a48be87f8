/** Where a member goes after signing in when nothing else was asked for. */
const defaultPath = "/dashboard";

/** A page of the team's to go on to, or the dashboard: never another host, whatever a link says. */
export function safeNextPath(wanted: unknown): string {
  const isOurs = typeof wanted === "string" && /^\/(dashboard|outbox)([/?][\w\-./?=&%:,+]*)?$/.test(wanted);
  return isOurs ? wanted : defaultPath;
}
