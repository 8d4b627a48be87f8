"use client";

import { Button, FileButton, Input, Progress } from "@mantine/core";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./pictures.module.css";
import type { Upload } from "./use-upload.ts";

type Props = {
  label: string;
  description: string;
  upload: Upload;
  /** Above the buttons, or beside them. */
  shown: ReactNode;
  choose: { words: string; multiple?: boolean; disabled?: boolean };
  /** Buttons after the one that chooses a file. */
  buttons?: ReactNode;
  /** Where an address is typed. */
  address?: ReactNode;
  error?: ReactNode;
  /** The pictures are a row of their own above the buttons. */
  stacked?: boolean;
};

/** A field of pictures: what is there, ways to choose a file or drop one on it, how far it is, and what went wrong. */
export function DropArea(props: Props) {
  const { label, description, upload, shown, choose, buttons, address, error, stacked = false } = props;
  const [over, setOver] = useState(false);
  const id = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (!choose.disabled) upload.start(choose.multiple ? files : files.slice(0, 1));
  };
  return (
    <fieldset
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-description`}
      className={classes.field}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Input.Label labelElement="div" id={`${id}-label`}>
        {label}
      </Input.Label>
      <div className={classes.body} data-stacked={stacked || undefined}>
        {shown}
        <div className={classes.side}>
          <div className={classes.buttons}>
            <Choose label={label} choose={choose} upload={upload} />
            {buttons}
          </div>
          <Input.Description id={`${id}-description`}>
            {description} <span className={classes.drop}>Or drop a picture here.</span>
          </Input.Description>
        </div>
      </div>
      {address}
      <Standing upload={upload} label={label} />
      {upload.problem || error ? <Input.Error role="alert">{upload.problem ?? error}</Input.Error> : null}
    </fieldset>
  );
}

function Choose({ label, choose, upload }: Pick<Props, "label" | "choose" | "upload">) {
  const { words, multiple = false, disabled = false } = choose;
  const reset = useRef<() => void>(null);
  const start = (chosen: File | File[] | null) => {
    upload.start(chosen ? [chosen].flat() : []);
    // Or the browser would say nothing when the same file is chosen once more.
    reset.current?.();
  };
  return (
    <FileButton<boolean>
      accept="image/*"
      multiple={multiple}
      disabled={disabled}
      resetRef={reset}
      onChange={start}
      inputProps={{ "aria-label": `${words}: ${label}` }}
    >
      {(props) => (
        <Button
          {...props}
          size="xs"
          variant="default"
          disabled={disabled}
          leftSection={<Icon name="picture" size={14} />}
          aria-label={`${words}: ${label}`}
        >
          {words}
        </Button>
      )}
    </FileButton>
  );
}

/** How far the upload is, and that it is done. */
function Standing({ upload, label }: Pick<Props, "upload" | "label">) {
  const { progress, arrived, stop } = upload;
  const percent = Math.round((progress ?? 0) * 100);
  return (
    <>
      {progress === null ? null : (
        <div className={classes.progress}>
          <Progress.Root size="sm" flex={1}>
            <Progress.Section value={Math.max(percent, 3)} aria-label={`${label}: upload`} />
          </Progress.Root>
          <Button size="compact-xs" variant="subtle" onClick={stop}>
            Stop
          </Button>
        </div>
      )}
      <p role="status" className={classes.status}>
        {standingWords(progress, arrived)}
      </p>
    </>
  );
}

function standingWords(progress: number | null, arrived: boolean): string {
  if (progress === null) return arrived ? "Uploaded." : "";
  return progress < 1 ? "Uploading …" : "Making it ready …";
}
