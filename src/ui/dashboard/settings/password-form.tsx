"use client";

import { Button, PasswordInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { failureOf, trpc } from "#ui/dashboard/data/trpc.ts";
import classes from "./settings.module.css";

/** `hasPassword`: the present one is asked for. A login without any sets its first one, soon after signing in. */
export function PasswordForm({ hasPassword }: { hasPassword: boolean }) {
  const utils = trpc.useUtils();
  const form = useForm({ initialValues: { currentPassword: "", newPassword: "" } });
  const mutation = trpc.account.changePassword.useMutation({
    onSuccess: () => {
      tell(hasPassword ? "Password changed" : "Password set");
      form.reset();
      void utils.account.invalidate();
      void utils.secondFactors.invalidate();
    },
    onError: (error) => {
      const { fields } = failureOf(error);
      const shown = hasPassword || !("currentPassword" in fields);
      if (shown && Object.keys(fields).length > 0) form.setErrors(fields);
      else tellFailure(error, "Not changed");
    },
  });
  return (
    <form
      className={classes.passwords}
      onSubmit={form.onSubmit((values) => mutation.mutate(values))}
      noValidate
    >
      {hasPassword ? (
        <PasswordInput
          label="Present password"
          autoComplete="current-password"
          {...form.getInputProps("currentPassword")}
        />
      ) : null}
      <PasswordInput
        label="New password"
        description="At least 10 characters."
        autoComplete="new-password"
        {...form.getInputProps("newPassword")}
      />
      <Button type="submit" variant="default" loading={mutation.isPending} disabled={!form.isDirty()}>
        {hasPassword ? "Change password" : "Set a password"}
      </Button>
    </form>
  );
}
