import { Button, Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { failureOf } from "#ui/dashboard/data/trpc.ts";
import classes from "./states.module.css";

export type Picture = "calendar" | "people" | "list" | "place" | "search";

/** One sentence, one picture, one button. */
export function EmptyState({
  picture,
  text,
  action,
}: {
  picture: Picture;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className={classes.state}>
      <Drawing picture={picture} />
      <p className={classes.text}>{text}</p>
      {action}
    </div>
  );
}

/** What went wrong, in words, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className={classes.state} role="alert">
      <Drawing picture="search" />
      <p className={classes.text}>{failureOf(error).message}</p>
      <Button variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

/** Rows in the shape of those that are on their way. */
export function LoadingRows({ rows = 6, label = "Loading" }: { rows?: number; label?: string }) {
  const keys = Array.from({ length: rows }, (_, index) => `row-${index}`);
  return (
    <div role="status" aria-label={label} className={classes.rows}>
      {keys.map((key) => (
        <div className={classes.row} key={key}>
          <Skeleton circle height={32} />
          <Skeleton height={12} width="32%" />
          <Skeleton height={12} width="18%" ml="auto" />
        </div>
      ))}
    </div>
  );
}

const drawings: Record<Picture, string> = {
  calendar: "M20 30h80v66H20zM20 48h80M40 22v14M80 22v14M34 62h14v10H34zM54 62h14v10H54zM34 80h14",
  people:
    "M46 56a16 16 0 1 0 0-32 16 16 0 0 0 0 32zM18 96a28 28 0 0 1 56 0M80 28a14 14 0 0 1 0 26M86 68a26 26 0 0 1 18 28",
  list: "M24 26h72v68H24zM38 44h4M52 44h30M38 60h4M52 60h30M38 76h4M52 76h20",
  place: "M60 100S32 74 32 52a28 28 0 0 1 56 0c0 22-28 48-28 48zM60 62a10 10 0 1 0 0-20 10 10 0 0 0 0 20z",
  search: "M54 82a28 28 0 1 0 0-56 28 28 0 0 0 0 56zM75 75l25 25M44 54h20",
};

function Drawing({ picture }: { picture: Picture }) {
  return (
    <svg viewBox="0 0 120 120" className={classes.drawing} aria-hidden="true" focusable="false">
      <path d={drawings[picture]} />
    </svg>
  );
}
