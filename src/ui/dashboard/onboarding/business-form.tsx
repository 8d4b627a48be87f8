"use client";

import { Button, Loader, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { guessRegion } from "#modules/onboarding/rules/guess-region.ts";
import type { Trade } from "#modules/onboarding/rules/templates.ts";
import { slugFrom } from "#modules/tenants/rules/slugs.ts";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./onboarding.module.css";
import { RegionFields } from "./region-fields.tsx";
import type { Draft, StartFlowProps } from "./start-flow.tsx";
import { StepForm } from "./step-form.tsx";

type Props = {
  trade: Trade;
  draft: Draft;
  onDraft: (typed: Pick<Draft, "name" | "slug">) => void;
  address: StartFlowProps["address"];
  onBack: () => void;
  onStarted: () => void;
};

/** What the business is called and where its page is; where it is in the world is guessed from the browser. */
export function BusinessForm({ trade, draft, onDraft, address, onBack, onStarted }: Props) {
  const form = useForm({
    initialValues: { name: draft.name, slug: draft.slug, ...regionOfBrowser() },
    onValuesChange: ({ name, slug }) => onDraft({ name, slug }),
  });
  const { name, slug: typed, ...region } = form.getValues();
  const found = useAddress(name, typed);
  const { mutate, isPending, isSuccess } = trpc.onboarding.start.useMutation({
    onSuccess: () => {
      onStarted();
      // With the cookie of the new business, and the server's view of it.
      window.location.assign("/onboarding");
    },
    onError: (error) => showFailure(error, form.setErrors),
  });
  const wanted = slugFrom(typed || name);
  // An answer to what was typed before says nothing about what is typed now.
  const answer = found.data?.slug === wanted ? found.data : null;
  const taken = typed !== "" && answer?.free === false ? answer : null;
  const slug = typed === "" ? (answer?.suggestion ?? wanted) : wanted;
  return (
    <StepForm
      title="What is it called?"
      onBack={onBack}
      saving={isPending || isSuccess}
      next="Create my booking page"
      onSubmit={form.onSubmit(() => mutate({ trade, name, slug, ...region }))}
    >
      <TextInput
        label="Name of the business"
        size="md"
        autoComplete="organization"
        autoFocus
        {...form.getInputProps("name")}
      />
      <div>
        <TextInput
          label="Address of your page"
          size="md"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          placeholder={name === "" ? "your-name" : slug}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          {...form.getInputProps("slug")}
          error={form.errors.slug ?? (taken ? `${taken.slug} is taken.` : null)}
        />
        {taken ? (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => form.setFieldValue("slug", taken.suggestion)}
          >
            Use {taken.suggestion}
          </Button>
        ) : null}
        <p className={classes.address} role="status">
          {name === "" && typed === "" ? null : (
            <>
              {answer && !taken ? <Icon name="check" size={14} /> : null}
              {`${address.before}${slug}${address.after}`}
            </>
          )}
        </p>
      </div>
      <RegionFields form={form} />
    </StepForm>
  );
}

/** The form is there once a trade was chosen, which no server does. */
function regionOfBrowser() {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return guessRegion({ timeZone, languages: navigator.languages });
}

/** Whether the address is free, while it is typed. */
function useAddress(name: string, slug: string) {
  const [settledName] = useDebouncedValue(name.trim(), 250);
  const [settledSlug] = useDebouncedValue(slug.trim(), 250);
  const asked = { name: settledName, slug: settledSlug };
  return trpc.onboarding.findAddress.useQuery(asked, {
    enabled: settledName !== "" || settledSlug !== "",
    placeholderData: (before) => before,
  });
}
