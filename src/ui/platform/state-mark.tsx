import { Icon } from "#ui/dashboard/parts/icons.tsx";
import mark from "#ui/dashboard/parts/status-mark.module.css";
import { stateWords } from "./words.ts";

/** Colours by the marks of appointments: green for what is well, red for what is stopped. */
const tones: Readonly<Record<string, string>> = {
  active: "completed",
  suspended: "no_show",
  deleted: "cancelled",
};

/** How a business stands: colour, picture and words together. */
export function StateMark(business: { status: string; suspendedBy: string | null }) {
  return (
    <span className={mark.mark} data-status={tones[business.status]}>
      <Icon name={business.status === "active" ? "check" : "minus"} size={13} strokeWidth={2.2} />
      {stateWords(business)}
    </span>
  );
}
