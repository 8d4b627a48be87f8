"use client";

import { Button, Skeleton } from "@mantine/core";
import { formatDayTime } from "#kernel/time/format-time.ts";
import type { ExplainedReason, ExplainTimeOutput } from "#modules/availability/explain-schema.ts";
import { failureOf } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Person } from "#ui/dashboard/parts/person.tsx";
import classes from "./explain.module.css";
import { ReasonLine } from "./reason-line.tsx";
import { byPerson, type ReasonTarget } from "./reason-words.ts";

type Props = {
  answer: ExplainTimeOutput | undefined;
  error: unknown;
  /** The answer is for an earlier question: another one is on its way. */
  stale: boolean;
  onOpen: (target: ReasonTarget) => void;
  /** Books the time; absent where that cannot be. */
  onBook?: (() => void) | undefined;
};

/** Whether customers are offered the time, and every reason why not, by person. */
export function ExplainAnswer({ answer, error, stale, onOpen, onBook }: Props) {
  if (error && !answer) {
    return (
      <p className={classes.failure} role="alert">
        {failureOf(error).message}
      </p>
    );
  }
  if (!answer) return <Skeleton height={120} role="status" aria-label="Loading the answer" />;
  return (
    <section className={classes.answer} aria-busy={stale} aria-label="Answer">
      <Headline answer={answer} />
      {answer.offered && !answer.past && onBook ? <BookIt answer={answer} onBook={onBook} /> : null}
      {byPerson(answer.reasons).map(([staffId, reasons]) => (
        <Group key={staffId ?? "all"} staffId={staffId} reasons={reasons} onOpen={onOpen} />
      ))}
      <Notes notes={answer.notes} />
    </section>
  );
}

function Headline({ answer }: { answer: ExplainTimeOutput }) {
  const { locale } = useBusiness();
  const { offered, past, reasons, start, timeZone } = answer;
  const count = reasons.length === 1 ? "One reason" : `${reasons.length} reasons`;
  const verb = past ? "were" : "are";
  return (
    <div className={classes.headline} data-offered={offered} role="status">
      <span className={classes.mark}>
        <Icon name={offered ? "check" : "close"} size={18} />
      </span>
      <div>
        <h3 className={classes.verdict}>
          {offered ? `Customers ${verb} offered this time` : `Customers ${verb} not offered this time`}
        </h3>
        <p className={classes.quiet}>
          {formatDayTime(start, timeZone, locale)}
          {offered ? null : ` · ${count}`}
        </p>
      </div>
    </div>
  );
}

function BookIt({ answer, onBook }: { answer: ExplainTimeOutput; onBook: () => void }) {
  const { locale } = useBusiness();
  return (
    <div>
      <Button onClick={onBook}>Book for {formatDayTime(answer.start, answer.timeZone, locale)}</Button>
    </div>
  );
}

type GroupProps = {
  staffId: string | null;
  reasons: ExplainedReason[];
  onOpen: (target: ReasonTarget) => void;
};

function Group({ staffId, reasons, onOpen }: GroupProps) {
  const { locations } = useBusiness();
  const person = useStaff().find(({ id }) => id === staffId);
  const placeOf = ({ locationId }: ExplainedReason) =>
    locations.length > 1 ? locations.find(({ id }) => id === locationId)?.name : undefined;
  return (
    <section className={classes.group}>
      <h4 className={classes.whom}>
        {person ? (
          <Person name={person.name} photoUrl={person.photoUrl} color={person.color} size={24} />
        ) : staffId ? (
          "Somebody of the team"
        ) : (
          "For everybody"
        )}
      </h4>
      <ul className={classes.reasons}>
        {reasons.map((reason) => (
          <ReasonLine
            key={`${reason.code} ${reason.locationId} ${reason.message}`}
            reason={reason}
            place={placeOf(reason)}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </section>
  );
}

function Notes({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null;
  return (
    <section className={classes.notes} aria-label="Good to know">
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
}
