"use client";

import { Button } from "@mantine/core";
import { create } from "qrcode";
import { useMemo } from "react";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./onboarding.module.css";

type Props = {
  text: string;
  /** Of the file that is saved. */
  name: string;
};

/** Modules that must stay empty around the code. */
const quiet = 4;

/** An address as a code for a phone's camera: black on white in every colour scheme, and to be saved for print. */
export function QrCode({ text, name }: Props) {
  const { size, path } = useMemo(() => drawingOf(text), [text]);
  const whole = size + 2 * quiet;
  const viewBox = `${-quiet} ${-quiet} ${whole} ${whole}`;
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}"><path fill="#fff" d="M${-quiet} ${-quiet}h${whole}v${whole}h${-whole}z"/><path d="${path}"/></svg>`;
  return (
    <div className={classes.code}>
      <svg viewBox={viewBox} role="img" aria-label={`Code for ${text}`} shapeRendering="crispEdges">
        <rect x={-quiet} y={-quiet} width={whole} height={whole} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <Button
        component="a"
        variant="default"
        href={`data:image/svg+xml,${encodeURIComponent(file)}`}
        download={`${name}.svg`}
        leftSection={<Icon name="copy" size={16} />}
      >
        Save the code
      </Button>
    </div>
  );
}

/** One run of dark modules after the other, row by row. */
function drawingOf(text: string): { size: number; path: string } {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (data[row * size + column]) path += `M${column} ${row}h1v1h-1z`;
    }
  }
  return { size, path };
}
