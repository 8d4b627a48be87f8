"use client";

import type { AddressesView, DomainKind } from "#modules/domains/schema.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { AddDomain } from "./add-domain.tsx";
import { DomainCard } from "./domain-card.tsx";
import classes from "./domains.module.css";

const words: Readonly<Record<DomainKind, { title: string; description: string; builders: string }>> = {
  custom: {
    title: "A domain of your own",
    description: "Let customers book at a name of your own domain, like book.hersalon.com.",
    builders: "",
  },
  site: {
    title: "Your site",
    description:
      "A site made elsewhere can show your booking pages at /book: it forwards that path to us. Add its name here, so that we know it is yours.",
    builders: "The maker of your site looks after these.",
  },
};

type Props = { addresses: AddressesView; kind: DomainKind };

/** The domains of one kind, and a way to add one. */
export function DomainSection({ addresses, kind }: Props) {
  const { title, description, builders } = words[kind];
  const domains = addresses.domains.filter((domain) => domain.kind === kind);
  const fixed = kind === "site" && addresses.builtByBuilder;
  const several = domains.filter(({ status }) => status === "verified").length > 1;
  return (
    <FormSection level={2} title={title} description={fixed ? builders : description}>
      {domains.length > 0 ? (
        <ul className={classes.domains} aria-label={title}>
          {domains.map((domain) => (
            <DomainCard key={domain.id} domain={domain} fixed={fixed} several={several} />
          ))}
        </ul>
      ) : null}
      {fixed ? null : <AddDomain kind={kind} />}
    </FormSection>
  );
}
