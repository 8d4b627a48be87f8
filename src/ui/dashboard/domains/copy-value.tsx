"use client";

import { Button, CopyButton } from "@mantine/core";
import { Icon } from "#ui/dashboard/parts/icons.tsx";

/** A button that copies a value; what it copies is said to those who cannot see it. */
export function CopyValue({ value, label }: { value: string; label: string }) {
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          size="xs"
          aria-label={copied ? "Copied" : label}
          leftSection={<Icon name={copied ? "check" : "copy"} size={14} />}
          onClick={copy}
        >
          {copied ? "Copied" : "Copy"}
        </Button>
      )}
    </CopyButton>
  );
}
