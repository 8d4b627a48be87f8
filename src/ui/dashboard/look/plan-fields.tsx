"use client";

import { Alert, Checkbox, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import type { ReadLookOutput } from "#modules/branding/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./look.module.css";
import type { LookValues } from "./look-values.ts";

type Props = { form: UseFormReturnType<LookValues>; look: ReadLookOutput };

const kept = "It is kept, and customers see it again with a plan that includes it.";

/** What some plans include: no mention of us, and a style sheet of one's own. What was set before can be taken back. */
export function PlanFields({ form, look }: Props) {
  const { allowed } = look;
  const { hidesMaker, customCss } = form.getValues();
  const makerNote = allowed.hidesMaker
    ? "On booking pages and in letters."
    : `Your plan does not include this. ${look.hidesMaker ? kept : ""}`;
  const cssNote = allowed.customCss
    ? "Colours, borders, type and space of what is on the page. It cannot load anything or move things about."
    : `Your plan does not include this. ${look.customCss ? kept : ""}`;
  return (
    <>
      <Checkbox
        label="Leave out “Booking by Slotkeeper”"
        description={makerNote}
        disabled={!allowed.hidesMaker && !hidesMaker && !look.hidesMaker}
        {...form.getInputProps("hidesMaker", { type: "checkbox" })}
      />
      <Textarea
        label="Style sheet"
        description={cssNote}
        className={classes.css}
        placeholder=".button-main { border-radius: 0 }"
        autosize
        minRows={4}
        maxRows={16}
        spellCheck={false}
        disabled={!allowed.customCss && !look.customCss}
        {...form.getInputProps("customCss")}
      />
      {customCss.trim() === "" ? null : <Dropped css={customCss} />}
    </>
  );
}

/** What of the style sheet is left out, told while it is typed. */
function Dropped({ css }: { css: string }) {
  const [settled] = useDebouncedValue(css, 400);
  const query = trpc.branding.previewCss.useQuery({ css: settled }, { placeholderData: (before) => before });
  const dropped = query.data?.dropped ?? [];
  if (dropped.length === 0) return null;
  return (
    <Alert color="yellow" icon={<Icon name="warning" />} title="Left out" role="status">
      <ul className={classes.dropped}>
        {dropped.slice(0, 10).map(({ line, what, why }) => (
          <li key={`${line} ${what} ${why}`}>
            Line {line}: <code>{what}</code>. {why}.
          </li>
        ))}
      </ul>
      {dropped.length > 10 ? `And ${dropped.length - 10} more.` : null}
    </Alert>
  );
}
