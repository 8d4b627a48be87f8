"use client";

import { Button, Select, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import { noCategory, type ServiceValues } from "./service-values.ts";
import classes from "./services.module.css";

/** The heading a service is listed under: one of those there are, or a new one. */
export function CategoryField({ form }: { form: UseFormReturnType<ServiceValues> }) {
  const [adding, setAdding] = useState(false);
  const { data } = trpc.categories.list.useQuery();
  const choose = (id: string) => {
    form.setFieldValue("categoryId", id);
    setAdding(false);
  };
  if (adding) return <NewCategory onAdded={choose} onCancel={() => setAdding(false)} />;
  return (
    <div className={classes.line}>
      <Select
        label="Category"
        className={classes.field}
        data={[
          { value: noCategory, label: "No category" },
          ...(data?.categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.getInputProps("categoryId")}
      />
      <Button variant="default" onClick={() => setAdding(true)}>
        New category
      </Button>
    </div>
  );
}

function NewCategory({ onAdded, onCancel }: { onAdded: (id: string) => void; onCancel: () => void }) {
  const [name, setName] = useState("");
  const utils = trpc.useUtils();
  const mutation = trpc.categories.save.useMutation({
    onSuccess: async ({ id }) => {
      await utils.categories.invalidate();
      onAdded(id);
    },
  });
  const add = () => mutation.mutate({ name });
  return (
    <div className={classes.line}>
      <TextInput
        label="New category"
        className={classes.field}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add();
        }}
        error={mutation.error ? failureOf(mutation.error).message : null}
        autoFocus
      />
      <Button variant="default" onClick={onCancel}>
        Cancel
      </Button>
      <Button onClick={add} loading={mutation.isPending}>
        Add
      </Button>
    </div>
  );
}
