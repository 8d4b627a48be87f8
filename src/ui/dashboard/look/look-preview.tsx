"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { type SyntheticEvent, useEffect, useRef, useState } from "react";
import classes from "./look.module.css";
import type { LookValues } from "./look-values.ts";

/**
 * The business's own page in a look that is not saved. Each change is posted to a new frame that takes the old one's
 * place once it is there: nothing flickers, and the browser's way back stays what it was.
 */
export function LookPreview({ look }: { look: LookValues }) {
  const [settled] = useDebouncedValue(look, 250);
  const shownFrame = useRef<HTMLIFrameElement>(null);
  const [asked, setAsked] = useState({ number: 0, look: settled });
  const [shown, setShown] = useState(-1);
  if (asked.look !== settled) setAsked({ number: asked.number + 1, look: settled });
  useEffect(() => {
    // Not again when a step that was left is shown once more: its frame is still there.
    if (shown !== asked.number) post(asked.look, frameName(asked.number));
  }, [asked, shown]);
  const arrived = (event: SyntheticEvent<HTMLIFrameElement>) => {
    const view = event.currentTarget.contentWindow;
    // Browsers say that an empty frame has loaded, too.
    if (!view?.document.getElementById("booking")) return;
    view.scrollTo(0, shownFrame.current?.contentWindow?.scrollY ?? 0);
    setShown(asked.number);
  };
  const frames = shown === asked.number ? [shown] : [shown, asked.number].filter((number) => number >= 0);
  return (
    <div className={classes.preview}>
      {frames.map((number) => (
        <iframe
          key={number}
          name={frameName(number)}
          ref={number === shown ? shownFrame : undefined}
          className={classes.frame}
          data-shown={number === shown}
          title={number === shown ? "Preview of the booking page" : "Next preview"}
          aria-hidden={number !== shown}
          tabIndex={number === shown ? 0 : -1}
          sandbox="allow-same-origin"
          onLoad={number === asked.number ? arrived : undefined}
        />
      ))}
    </div>
  );
}

function frameName(number: number): string {
  return `look-preview-${number}`;
}

/** Sends the look into a frame, as a form would: the fields of a page's own form may be around the preview. */
function post(look: LookValues, target: string): void {
  const form = document.createElement("form");
  Object.assign(form, { method: "post", action: "/dashboard/preview", target, hidden: true });
  for (const [name, value] of Object.entries(look)) {
    const field = document.createElement("textarea");
    Object.assign(field, { name, value: String(value) });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
