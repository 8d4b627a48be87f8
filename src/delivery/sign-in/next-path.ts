/** Where somebody goes after signing in when nothing else was asked for. */
const defaultPath = "/dashboard";

/** The parts of the product that one may go on to after signing in. */
const ours = /^\/(dashboard|onboarding|platform|outbox|join)([/?][\w\-./?=&%:,+]*)?$/;

/** A page of the team's to go on to, or the dashboard: never another host, whatever a link says. */
export function safeNextPath(wanted: unknown): string {
  return typeof wanted === "string" && ours.test(wanted) ? wanted : defaultPath;
}
