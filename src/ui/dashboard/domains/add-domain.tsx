"use client";

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { DomainKind } from "#modules/domains/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./domains.module.css";

const texts = {
  custom: { label: "Domain", placeholder: "book.hersalon.com", button: "Add domain" },
  site: { label: "Name of the site", placeholder: "www.hersalon.com", button: "Add site" },
} as const;

/** A line to add a domain with. */
export function AddDomain({ kind }: { kind: DomainKind }) {
  const utils = trpc.useUtils();
  const { label, placeholder, button } = texts[kind];
  const form = useForm({ initialValues: { host: "" } });
  const mutation = trpc.addresses.addDomain.useMutation({
    onSuccess: () => {
      tell("Added. Now set the records below.");
      form.reset();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => utils.addresses.invalidate(),
  });
  return (
    <form
      className={classes.inline}
      onSubmit={form.onSubmit(({ host }) => mutation.mutate({ host, kind }))}
      noValidate
    >
      <TextInput
        className={classes.grow}
        label={label}
        placeholder={placeholder}
        inputMode="url"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps("host")}
      />
      <Button
        type="submit"
        variant="default"
        leftSection={<Icon name="plus" size={16} />}
        loading={mutation.isPending}
      >
        {button}
      </Button>
    </form>
  );
}
