"use client";

import { Button, Group, Modal, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { BuilderView, NewBuilderKey } from "#modules/builders/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import classes from "./platform.module.css";

/** What is done to website builders: one is added, gets another key, or other sites. */
export type BuilderEdit =
  | { kind: "add" }
  | { kind: "key"; builder: BuilderView }
  | { kind: "sites"; builder: BuilderView };

type Props = { edit: BuilderEdit | null; onClose: () => void; onMade: (made: NewBuilderKey) => void };

const titles = { add: "Add a website builder", key: "New key", sites: "Its sites" } as const;
const buttons = { add: "Add", key: "Make the key", sites: "Save" } as const;

export function BuilderDialog({ edit, onClose, onMade }: Props) {
  const sites = edit?.kind === "sites" ? edit.builder.siteSuffixes.join("\n") : "";
  const form = useForm({ initialValues: { name: "", siteSuffixes: sites } });
  const { submit, busy } = useBuilderChange(edit, { form, onClose, onMade });
  const kind = edit?.kind ?? "add";
  return (
    <Modal
      opened={edit !== null}
      onClose={onClose}
      title={titles[kind]}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <form noValidate className={classes.actions} onSubmit={form.onSubmit(submit)}>
        {kind === "sites" ? null : (
          <TextInput
            label={kind === "add" ? "Name" : "What it is for"}
            data-autofocus
            {...form.getInputProps("name")}
          />
        )}
        {kind === "key" ? null : (
          <Textarea
            label="Sites it vouches for"
            description="One host a line; everything below it counts. Other hosts have to be verified."
            placeholder="sites.example.com"
            autosize
            minRows={2}
            {...form.getInputProps("siteSuffixes")}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {buttons[kind]}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

type Values = { name: string; siteSuffixes: string };
type Around = Pick<Props, "onClose" | "onMade"> & {
  form: { setErrors: (errors: Record<string, string>) => void };
};

function useBuilderChange(edit: BuilderEdit | null, { form, onClose, onMade }: Around) {
  const utils = trpc.useUtils();
  const about = {
    onSettled: () => utils.platform.builders.invalidate(),
    onError: (error: unknown) => showFailure(error, (fields) => form.setErrors(atTheirField(fields))),
  };
  const made = (key: NewBuilderKey) => {
    onClose();
    onMade(key);
  };
  const add = trpc.platform.createBuilder.useMutation({ ...about, onSuccess: made });
  const key = trpc.platform.addBuilderKey.useMutation({ ...about, onSuccess: made });
  const change = trpc.platform.changeBuilder.useMutation({
    ...about,
    onSuccess: () => {
      tell("Saved");
      onClose();
    },
  });
  const submit = ({ name, siteSuffixes }: Values) => {
    const hosts = siteSuffixes.split(/[\s,]+/).filter(Boolean);
    if (edit?.kind === "key") key.mutate({ builderId: edit.builder.id, name });
    else if (edit?.kind === "sites") change.mutate({ builderId: edit.builder.id, siteSuffixes: hosts });
    else add.mutate({ name, siteSuffixes: hosts });
  };
  return { submit, busy: add.isPending || key.isPending || change.isPending };
}

/** A host that is wrong is named by its place in the list; the field is the list. */
function atTheirField(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, words]) => [name.split(".")[0] ?? name, words]),
  );
}
