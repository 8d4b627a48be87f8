"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import classes from "./settings.module.css";

export function PasswordForm() {
  const utils = trpc.useUtils();
  const form = useForm({ initialValues: { currentPassword: "", newPassword: "" } });
  const mutation = trpc.account.changePassword.useMutation({
    onSuccess: () => {
      tell("Password changed");
      form.reset();
      void utils.account.invalidate();
    },
    onError: (error) => {
      const { fields } = failureOf(error);
      if (Object.keys(fields).length > 0) form.setErrors(fields);
      else tellFailure(error, "Not changed");
    },
  });
  return (
    <form
      className={classes.passwords}
      onSubmit={form.onSubmit((values) => mutation.mutate(values))}
      noValidate
    >
      <PasswordInput
        label="Present password"
        autoComplete="current-password"
        {...form.getInputProps("currentPassword")}
      />
      <PasswordInput
        label="New password"
        description="At least 10 characters."
        autoComplete="new-password"
        {...form.getInputProps("newPassword")}
      />
      <Button type="submit" variant="default" loading={mutation.isPending} disabled={!form.isDirty()}>
        Change password
      </Button>
    </form>
  );
}
