"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { DomainView } from "#modules/domains/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { StatePill } from "#ui/dashboard/parts/state-pill.tsx";
import { DnsRecords } from "./dns-records.tsx";
import { stateOf } from "./domain-states.ts";
import classes from "./domains.module.css";

type Props = {
  domain: DomainView;
  /** A website builder looks after it. */
  fixed: boolean;
  /** There is another one that links could lead to. */
  several: boolean;
};

/** A domain: how it stands, what is wrong, what to set, what can be done. */
export function DomainCard({ domain, fixed, several }: Props) {
  const state = stateOf(domain);
  const waits = domain.status === "pending";
  const records = waits ? domain.records : domain.records.filter(({ purpose }) => purpose === "certificate");
  return (
    <li className={classes.domain}>
      <div className={classes.head}>
        <h3 className={classes.name}>{domain.host}</h3>
        <StatePill tone={state.tone} icon={state.icon}>
          {state.words}
        </StatePill>
        {several && domain.main ? <StatePill tone="info">Main</StatePill> : null}
      </div>
      <p className={classes.small}>{state.text}</p>
      {domain.problem ? (
        <p className={classes.problem}>
          <Icon name="warning" size={14} />
          <span>{domain.problem}</span>
        </p>
      ) : null}
      {records.length > 0 && !fixed ? <DnsRecords host={domain.host} records={records} /> : null}
      {fixed ? null : <Actions domain={domain} several={several} />}
    </li>
  );
}

function Actions({ domain, several }: Omit<Props, "fixed">) {
  const { id, host, status, main } = domain;
  const utils = trpc.useUtils();
  const after = {
    onError: (error: unknown) => tellFailure(error),
    onSettled: () => utils.addresses.invalidate(),
  };
  const check = trpc.addresses.checkDomain.useMutation({
    ...after,
    onSuccess: ({ status: now }) => {
      if (now === "verified") tell(`${host} is verified`);
    },
  });
  const prefer = trpc.addresses.preferDomain.useMutation(after);
  const remove = trpc.addresses.removeDomain.useMutation({
    ...after,
    onSuccess: () => tell(`${host} is removed`),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Remove ${host}?`,
      children:
        status === "verified"
          ? "Your booking page is not shown there any more, from now on. Links that name it stop working; you can add it again."
          : "You can add it again at any time.",
      labels: { confirm: "Remove", cancel: "Keep" },
      confirmProps: { color: "red" },
      onConfirm: () => remove.mutate({ id }),
    });
  return (
    <div className={classes.actions}>
      <Button
        variant={status === "pending" ? "filled" : "default"}
        size="xs"
        loading={check.isPending}
        onClick={() => check.mutate({ id })}
      >
        Check now
      </Button>
      {several && status === "verified" && !main ? (
        <Button variant="default" size="xs" loading={prefer.isPending} onClick={() => prefer.mutate({ id })}>
          Make it the main one
        </Button>
      ) : null}
      <Button variant="subtle" color="red" size="xs" loading={remove.isPending} onClick={ask}>
        Remove
      </Button>
    </div>
  );
}
