"use client";

import { Button } from "@mantine/core";
import type { AddressesView } from "#modules/domains/schema.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { otherAddresses } from "./address-words.ts";
import { CopyValue } from "./copy-value.tsx";
import classes from "./domains.module.css";

/** Where links lead, and everything else that leads there. */
export function MainAddress({ addresses }: { addresses: AddressesView }) {
  const { url } = addresses.canonical;
  const others = otherAddresses(addresses);
  return (
    <FormSection
      level={2}
      title="Your booking page"
      description="Letters and search engines use this address."
    >
      <div className={classes.address}>
        <Icon name="link" />
        <code>{url}</code>
        <CopyValue value={url} label="Copy the address" />
        <Button
          component="a"
          href={url}
          target="_blank"
          rel="noreferrer"
          variant="default"
          size="xs"
          leftSection={<Icon name="external" size={14} />}
        >
          Open
        </Button>
      </div>
      {others.length > 0 ? (
        <div>
          <p className={classes.small}>These work too, as does every address that you had before:</p>
          <ul className={classes.others}>
            {others.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </FormSection>
  );
}
