import type { AppointmentView } from "#modules/appointments/schema.ts";
import type { IconName } from "./icons.tsx";
import { StatePill, type Tone } from "./state-pill.tsx";

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

const tones: Record<Status, Tone> = {
  pending: "warn",
  confirmed: "info",
  completed: "good",
  cancelled: "quiet",
  no_show: "danger",
};

/** An appointment's state: colour, picture and word together. */
export function StatusMark({ status }: { status: Status }) {
  return (
    <StatePill tone={tones[status]} icon={icons[status]}>
      {statusWords[status]}
    </StatePill>
  );
}
