"use client";

import { TextInput } from "@mantine/core";
import { Icon } from "#ui/dashboard/parts/icons.tsx";

type Props = { label: string; placeholder: string; value: string; onChange: (value: string) => void };

export function SearchField({ label, placeholder, value, onChange }: Props) {
  return (
    <TextInput
      aria-label={label}
      placeholder={placeholder}
      leftSection={<Icon name="search" size={16} />}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      style={{ flex: "1 1 220px", maxInlineSize: 360 }}
    />
  );
}
