"use client";

import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { trpc } from "#ui/dashboard/data/trpc.ts";

/** A business by a part of its name, its address or its owner's e-mail. */
export function BusinessChoice({ onChange }: { onChange: (businessId: string | undefined) => void }) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [search] = useDebouncedValue(typed === chosen?.label ? "" : typed.trim(), 250);
  const found = trpc.platform.businesses.useQuery({ search, limit: 20 }).data?.businesses ?? [];
  const options = found.map(({ id, name, slug }) => ({ value: id, label: `${name} (/${slug})` }));
  const missing = chosen && !options.some(({ value }) => value === chosen.value) ? [chosen] : [];
  return (
    <Select
      label="Business"
      placeholder="Every business"
      searchable
      clearable
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      value={chosen?.value ?? null}
      data={[...missing, ...options]}
      nothingFoundMessage="No business like this"
      onChange={(value, option) => {
        setChosen(value ? option : null);
        onChange(value ?? undefined);
      }}
    />
  );
}
