"use client";

import { trpc } from "#ui/dashboard/data/trpc.ts";
import { ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import { DomainSection } from "./domain-section.tsx";
import { MainAddress } from "./main-address.tsx";
import { ModeSettings } from "./mode-settings.tsx";
import { SlugForm } from "./slug-form.tsx";

/** Settings → Addresses: where customers find the business, and what leads there. */
export function AddressSettings() {
  const query = trpc.addresses.read.useQuery();
  if (query.isPending) return <LoadingRows label="Loading the addresses" rows={4} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const addresses = query.data;
  return (
    <>
      <MainAddress addresses={addresses} />
      <SlugForm key={addresses.slug} addresses={addresses} />
      <DomainSection addresses={addresses} kind="custom" />
      <DomainSection addresses={addresses} kind="site" />
      <ModeSettings addresses={addresses} />
    </>
  );
}
