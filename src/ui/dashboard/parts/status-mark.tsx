import type { AppointmentView } from "#modules/appointments/schema.ts";
import { Icon, type IconName } from "./icons.tsx";
import classes from "./status-mark.module.css";

type Status = AppointmentView["status"];

export const statusWords: Record<Status, string> = {
  pending: "Waiting for approval",
  confirmed: "Confirmed",
  completed: "Completed",
  cancelled: "Cancelled",
  no_show: "No-show",
};

const icons: Record<Status, IconName> = {
  pending: "clock",
  confirmed: "calendar",
  completed: "check",
  cancelled: "close",
  no_show: "minus",
};

/** An appointment's state: colour, picture and word together. */
export function StatusMark({ status }: { status: Status }) {
  return (
    <span className={classes.mark} data-status={status}>
      <Icon name={icons[status]} size={13} strokeWidth={2.2} />
      {statusWords[status]}
    </span>
  );
}
