"use client";

import { Button, Image, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { PicturePurpose } from "#modules/pictures/schema.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { DropArea } from "./drop-area.tsx";
import { isPictureAddress, isTyped } from "./picture-address.ts";
import classes from "./pictures.module.css";
import { useUpload } from "./use-upload.ts";

type Props = {
  label: string;
  description: string;
  purpose: PicturePurpose;
  /** The picture's address; empty: none. */
  value?: string;
  onChange?: (url: string) => void;
  error?: ReactNode;
};

/** One picture of a form: a file that is chosen or dropped, or a web address (A9, A11, B1, B3). */
export function PictureField({ label, description, purpose, value = "", onChange, error }: Props) {
  const [typing, setTyping] = useState(isTyped(value));
  const upload = useUpload(purpose, (url) => {
    setTyping(false);
    onChange?.(url);
  });
  const remove = () => {
    setTyping(false);
    onChange?.("");
  };
  const address = (
    <TextInput
      aria-label={`Web address: ${label}`}
      placeholder="https://"
      type="url"
      // What was uploaded stays until something is typed.
      value={isTyped(value) ? value : ""}
      onChange={(event) => onChange?.(event.currentTarget.value.replace(/^\/+/, ""))}
    />
  );
  return (
    <DropArea
      label={label}
      description={description}
      upload={upload}
      shown={<Preview url={value} purpose={purpose} />}
      choose={{ words: value ? "Replace" : "Choose a picture" }}
      buttons={
        <>
          {value ? <Quiet words="Remove" label={label} onClick={remove} /> : null}
          {typing ? null : <Quiet words="Use a web address" label={label} onClick={() => setTyping(true)} />}
        </>
      }
      address={typing ? address : undefined}
      error={error}
    />
  );
}

function Quiet({ words, label, onClick }: { words: string; label: string; onClick: () => void }) {
  return (
    <Button
      size="xs"
      variant="subtle"
      aria-label={`${words}: ${label}`}
      onClick={(event) => {
        // This button goes away; the first one beside it stays.
        event.currentTarget.parentElement?.querySelector("button")?.focus();
        onClick();
      }}
    >
      {words}
    </Button>
  );
}

/** The picture, or the place where it will be; one that cannot be loaded says so. */
function Preview({ url, purpose }: { url: string; purpose: PicturePurpose }) {
  const [broken, setBroken] = useState("");
  const shape = { "data-purpose": purpose, className: classes.preview };
  if (!isPictureAddress(url) || broken === url) {
    return (
      <div {...shape}>
        {broken && broken === url ? (
          <span className={classes.broken}>Not found</span>
        ) : (
          <Icon name="picture" size={22} />
        )}
      </div>
    );
  }
  return (
    <div {...shape}>
      <Image src={url} alt="" fit={purpose === "logo" ? "contain" : "cover"} onError={() => setBroken(url)} />
    </div>
  );
}
