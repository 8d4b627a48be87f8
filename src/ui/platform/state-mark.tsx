import { StatePill, type Tone } from "#ui/dashboard/parts/state-pill.tsx";
import { stateWords } from "./words.ts";

const tones: Readonly<Record<string, Tone>> = { active: "good", suspended: "danger", deleted: "quiet" };

/** How a business stands. */
export function StateMark(business: { status: string; suspendedBy: string | null }) {
  const icon = business.status === "active" ? "check" : "minus";
  return (
    <StatePill tone={tones[business.status] ?? "info"} icon={icon}>
      {stateWords(business)}
    </StatePill>
  );
}
