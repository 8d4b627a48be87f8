"use client";

import type { ReadBusinessOutput } from "#modules/tenants/schema.ts";
import { useFrame } from "./frame-context.tsx";
import { trpc } from "./trpc.ts";

/** The business as last saved: what the server rendered until the first answer arrives. */
export function useBusiness(): ReadBusinessOutput {
  const { business } = useFrame();
  const query = trpc.business.read.useQuery(undefined, { initialData: business, staleTime: 60_000 });
  return query.data;
}
