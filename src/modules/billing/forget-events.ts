import { platformQuery } from "#database/tenant-context.ts";

/** Days that events of the provider are kept, for whoever has to find out what happened. */
const keptDays = 90;

/** Removes events of the provider that are too old to matter. */
export async function forgetEvents(): Promise<void> {
  await platformQuery(
    "DELETE FROM inbound_event WHERE received_at < now() - make_interval(days => $1)",
    [keptDays],
    "forget_inbound_events",
  );
}
