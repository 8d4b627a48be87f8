"use client";

import { Alert } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { ModePreview, TenantMode } from "#modules/tenants/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { EditDrawer, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { LoadingRows } from "#ui/dashboard/parts/states.tsx";
import { changesInWords, modeWords } from "./address-words.ts";
import classes from "./domains.module.css";

type Props = { mode: TenantMode | null; onClose: () => void };

/** What a change of the mode does, before it is done. */
export function ModeDrawer({ mode, onClose }: Props) {
  // The words stay while the drawer slides away.
  const [shown, setShown] = useState<TenantMode>("standalone");
  if (mode && mode !== shown) setShown(mode);
  const router = useRouter();
  const utils = trpc.useUtils();
  const preview = trpc.addresses.previewMode.useQuery(
    { mode: shown },
    { enabled: mode !== null, retry: false, gcTime: 0 },
  );
  const change = trpc.addresses.changeMode.useMutation({
    onSuccess: ({ addressNext }) => {
      tell(`Customers now book at ${addressNext}`);
      onClose();
      router.refresh();
    },
    onError: (error) => tellFailure(error),
    onSettled: () => utils.invalidate(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ mode: shown });
  };
  const ready = preview.data && !preview.data.problem;
  return (
    <EditDrawer
      opened={mode !== null}
      onClose={onClose}
      title={modeWords[shown].title}
      subtitle="What changes, and what does not"
      onSubmit={submit}
      footer={
        <SaveBar
          dirty={false}
          isNew={Boolean(ready)}
          saving={change.isPending}
          onCancel={onClose}
          label="Switch now"
        />
      }
    >
      {preview.isPending ? <LoadingRows label="Loading what changes" rows={3} /> : null}
      {preview.isError ? <Problem words={failureOf(preview.error).message} /> : null}
      {preview.data ? <Changes preview={preview.data} /> : null}
    </EditDrawer>
  );
}

function Changes({ preview }: { preview: ModePreview }) {
  if (preview.problem) return <Problem words={preview.problem} />;
  return (
    <ul className={classes.changes}>
      {changesInWords(preview).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Problem({ words }: { words: string }) {
  return (
    <Alert color="yellow" icon={<Icon name="warning" size={16} />} title="Not yet">
      {words}
    </Alert>
  );
}
