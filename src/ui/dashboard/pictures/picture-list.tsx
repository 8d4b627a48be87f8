"use client";

import { ActionIcon, Button, Image, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Icon, type IconName } from "#ui/dashboard/parts/icons.tsx";
import { DropArea } from "./drop-area.tsx";
import { isPictureAddress } from "./picture-address.ts";
import classes from "./pictures.module.css";
import { useUpload } from "./use-upload.ts";

type Change = (urls: string[]) => string[];

type Props = {
  label: string;
  description: string;
  /** How many there may be. */
  most: number;
  /** Addresses, in the order in which they are shown. */
  value?: string[];
  /** Takes what the list becomes of what it is: of several files that arrive, none replaces another. */
  onChange?: (change: Change) => void;
  error?: ReactNode;
};

/** Several photos in an order: files that are chosen or dropped, or web addresses (A11). */
export function PictureList({ label, description, most, value = [], onChange, error }: Props) {
  const add = (url: string) =>
    onChange?.((urls) => (urls.length >= most || urls.includes(url) ? urls : [...urls, url]));
  const upload = useUpload("photo", add);
  const [typing, setTyping] = useState(false);
  const full = value.length >= most;
  const limited = {
    ...upload,
    start: (files: readonly File[]) => upload.start(files.slice(0, most - value.length)),
  };
  return (
    <DropArea
      stacked
      label={label}
      description={full ? `There are ${most}: remove one to add another.` : description}
      upload={limited}
      shown={value.length > 0 ? <Tiles urls={value} onChange={(change) => onChange?.(change)} /> : null}
      choose={{ words: "Choose pictures", multiple: true, disabled: full }}
      buttons={
        typing || full ? null : (
          <Button size="xs" variant="subtle" onClick={() => setTyping(true)}>
            Use a web address
          </Button>
        )
      }
      address={typing && !full ? <Typed onAdd={add} /> : undefined}
      error={error}
    />
  );
}

function Tiles({ urls, onChange }: { urls: readonly string[]; onChange: (change: Change) => void }) {
  const move = (from: number, by: number) => {
    const to = from + by;
    const moved = urls[from];
    if (moved === undefined || to < 0 || to >= urls.length) return;
    onChange((now) => now.toSpliced(from, 1).toSpliced(to, 0, moved));
  };
  return (
    <ol className={classes.tiles}>
      {urls.map((url, index) => (
        <li key={url} className={classes.tile}>
          <Image src={url} alt={`Picture ${index + 1}`} className={classes.photo} />
          <div className={classes.tools}>
            <Tool
              icon="left"
              label={`Move forward: picture ${index + 1}`}
              off={index === 0}
              onPress={() => move(index, -1)}
            />
            <Tool
              icon="right"
              label={`Move back: picture ${index + 1}`}
              off={index === urls.length - 1}
              onPress={() => move(index, 1)}
            />
            <Tool
              icon="trash"
              label={`Remove: picture ${index + 1}`}
              onPress={() => onChange((now) => now.filter((other) => other !== url))}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}

type ToolProps = { icon: IconName; label: string; off?: boolean; onPress: () => void };

/** Stays in reach of the keyboard where it can do nothing, and keeps the focus when its picture takes another place. */
function Tool({ icon, label, off = false, onPress }: ToolProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={off}
      data-disabled={off || undefined}
      onClick={(event) => {
        const button = event.currentTarget;
        if (off) return;
        onPress();
        requestAnimationFrame(() => button.focus());
      }}
    >
      <Icon name={icon} size={16} />
    </ActionIcon>
  );
}

function Typed({ onAdd }: { onAdd: (url: string) => void }) {
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const take = () => {
    const url = text.trim();
    setWrong(!isPictureAddress(url));
    if (!isPictureAddress(url)) return;
    onAdd(url);
    setText("");
  };
  return (
    <div className={classes.typed}>
      <TextInput
        aria-label="Web address of a picture"
        placeholder="https://"
        type="url"
        flex={1}
        value={text}
        error={wrong ? "Enter a web address that starts with https://" : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // Enter adds the picture, and does not save the form around it.
          event.preventDefault();
          take();
        }}
      />
      <Button variant="default" onClick={take}>
        Add
      </Button>
    </div>
  );
}
