"use client";

import { Alert, Button, ColorInput } from "@mantine/core";
import type { ReactNode } from "react";
import { contrast } from "#kernel/oklch.ts";
import { judgeAccent } from "#modules/branding/rules/judge-accent.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./look.module.css";

const accents = [
  "#2f6f5e",
  "#3b5bdb",
  "#9c36b5",
  "#c2255c",
  "#c43d0a",
  "#0b7285",
  "#5f3dc4",
  "#846358",
  "#212529",
];

type Props = { value: string; onChange: (color: string) => void; error?: ReactNode };

/** The business's colour with what can be read on it; a colour that cannot carry text comes with one that can. */
export function AccentField({ value, onChange, error }: Props) {
  return (
    <>
      <ColorInput
        label="Colour"
        description="Of buttons and links. Tints and text colours are computed from it."
        format="hex"
        swatches={accents}
        swatchesPerRow={9}
        eyeDropperButtonProps={{ "aria-label": "Pick a colour from the screen" }}
        value={value}
        onChange={onChange}
        error={error}
      />
      {/^#[0-9a-f]{6}$/i.test(value) ? <Verdict accent={value.toLowerCase()} onFix={onChange} /> : null}
    </>
  );
}

function Verdict({ accent, onFix }: { accent: string; onFix: (color: string) => void }) {
  const { fits, fix, paper, text } = judgeAccent(accent);
  if (fits) {
    return (
      <p className={classes.verdict}>
        <Sample fill={accent} />
        Easy to read: {ratio(text)} on the button, {ratio(paper)} on white.
      </p>
    );
  }
  const problem =
    paper < 3
      ? `Too pale to stand out on white: ${ratio(paper)}, and 3:1 is needed.`
      : `Text on it is hard to read: ${ratio(text)}, and 4.5:1 is needed.`;
  return (
    <Alert color="yellow" icon={<Icon name="warning" />} role="status" className={classes.warning}>
      <p className={classes.verdict}>
        {problem} The pages use another tone of it, so that everybody can read them.
      </p>
      <p className={classes.verdict}>
        <Sample fill={fix} />
        <Button size="xs" variant="default" onClick={() => onFix(fix)}>
          Use {fix} instead
        </Button>
      </p>
    </Alert>
  );
}

function Sample({ fill }: { fill: string }) {
  const color = contrast("#ffffff", fill) >= 4.5 ? "#ffffff" : "#101010";
  return (
    <span className={classes.sample} style={{ background: fill, color }}>
      Book
    </span>
  );
}

function ratio(contrastRatio: number): string {
  return `${contrastRatio.toFixed(1)}:1`;
}
