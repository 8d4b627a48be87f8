"use client";

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import type { AddressesView } from "#modules/domains/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import classes from "./domains.module.css";

/** The business's name in its address. */
export function SlugForm({ addresses }: { addresses: AddressesView }) {
  const { slug, slugFrame } = addresses;
  const mayChange = useMay("business.write");
  const router = useRouter();
  const utils = trpc.useUtils();
  const form = useForm({ initialValues: { slug } });
  const mutation = trpc.addresses.changeSlug.useMutation({
    onSuccess: ({ address }) => {
      tell(`Your booking page is at ${address}`);
      router.refresh();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => Promise.all([utils.addresses.invalidate(), utils.business.invalidate()]),
  });
  const typed = form.values.slug.trim().toLowerCase();
  return (
    <FormSection
      level={2}
      title="Name in the address"
      description="You can change it. The old one keeps leading here, so printed cards and old links still work."
    >
      <form
        className={classes.inline}
        onSubmit={form.onSubmit((values) => mutation.mutate(values))}
        noValidate
      >
        <TextInput
          className={classes.grow}
          label="Name"
          description={
            <span className={classes.preview}>
              {slugFrame.before}
              <strong>{typed || "…"}</strong>
              {slugFrame.after}
            </span>
          }
          inputWrapperOrder={["label", "input", "description", "error"]}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          maxLength={63}
          disabled={!mayChange}
          {...form.getInputProps("slug")}
        />
        <Button
          type="submit"
          variant="default"
          loading={mutation.isPending}
          disabled={!mayChange || typed === slug}
        >
          Change the address
        </Button>
      </form>
    </FormSection>
  );
}
