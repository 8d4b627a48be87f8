"use client";

import { Button, Switch } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useState } from "react";
import type { BusinessFile } from "#modules/platform/schema.ts";
import { tell, tellFailure } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import classes from "./platform.module.css";
import { ReasonDialog } from "./reason-dialog.tsx";

/** What the platform can do to a business; each of it is in the business's own history. */
export function BusinessActions({ file }: { file: BusinessFile }) {
  const refresh = useRefresh();
  const [asking, setAsking] = useState<"suspend" | "act" | null>(null);
  const close = () => setAsking(null);
  const suspend = trpc.platform.suspend.useMutation({
    ...refresh,
    onSuccess: () => {
      tell("Suspended");
      close();
    },
  });
  const act = trpc.platform.startActing.useMutation({
    ...refresh,
    onSuccess: () => window.location.assign("/dashboard"),
  });
  if (file.status === "deleted") return null;
  const businessId = file.id;
  return (
    <section className={classes.card}>
      <h2>Look after it</h2>
      <div className={classes.actions}>
        {file.suspensionReason ? <p className={classes.note}>Reason: {file.suspensionReason}</p> : null}
        <Button leftSection={<Icon name="user" size={16} />} onClick={() => setAsking("act")}>
          Act as this business
        </Button>
        <Standing file={file} onSuspend={() => setAsking("suspend")} />
        <Payments file={file} />
      </div>
      <ReasonDialog
        opened={asking === "suspend"}
        onClose={close}
        title={`Suspend ${file.name}`}
        text="Its booking page takes no new bookings. Visits that are booked stay, and nothing is deleted."
        button="Suspend"
        danger
        busy={suspend.isPending}
        onReason={(reason) => suspend.mutate({ businessId, reason })}
      />
      <ReasonDialog
        opened={asking === "act"}
        onClose={close}
        title={`Act as ${file.name}`}
        text="For an hour you work in its dashboard as its owner would. You cannot change how it pays, nor whose it is. Everything you do is in its history under your name."
        button="Act as this business"
        busy={act.isPending}
        onReason={(reason) => act.mutate({ businessId, reason })}
      />
    </section>
  );
}

/** Asks again for what a change may have changed, and says what went wrong. */
export function useRefresh() {
  const utils = trpc.useUtils();
  return {
    onSettled: () => utils.platform.invalidate(),
    onError: (error: unknown) => tellFailure(error),
  };
}

function Standing({ file, onSuspend }: { file: BusinessFile; onSuspend: () => void }) {
  const restore = trpc.platform.restore.useMutation({
    ...useRefresh(),
    onSuccess: ({ status }) =>
      tell(status === "active" ? "Restored" : "No longer suspended by the platform, but it has not paid"),
  });
  const businessId = file.id;
  const suspend = (
    <Button variant="default" onClick={onSuspend}>
      {file.status === "active" ? "Suspend …" : "Suspend by the platform too …"}
    </Button>
  );
  if (file.status === "active") return suspend;
  const ours = file.suspendedBy === "platform" || file.suspendedBy === null;
  const overrule = () =>
    modals.openConfirmModal({
      title: `Restore ${file.name} all the same?`,
      children:
        file.suspendedBy === "billing"
          ? "It is suspended because it has not paid, and a payment would restore it. You would overrule that: it takes bookings again without paying."
          : "Its website builder suspended it. You would overrule that: it takes bookings again.",
      labels: { confirm: "Overrule and restore", cancel: "Leave it" },
      confirmProps: { color: "red" },
      onConfirm: () => restore.mutate({ businessId, overrule: true }),
    });
  return (
    <>
      <Button
        variant="default"
        loading={restore.isPending}
        onClick={() => (ours ? restore.mutate({ businessId }) : overrule())}
      >
        {ours ? "Restore" : "Restore all the same …"}
      </Button>
      {ours ? null : suspend}
    </>
  );
}

function Payments({ file }: { file: BusinessFile }) {
  const allow = trpc.platform.allowPayments.useMutation({
    ...useRefresh(),
    onSuccess: ({ allowed }) => tell(allowed ? "May take payments" : "May not take payments any more"),
  });
  return (
    <Switch
      label="May take payments from its customers"
      checked={file.paymentsAllowed}
      disabled={allow.isPending}
      onChange={(event) => allow.mutate({ businessId: file.id, allowed: event.currentTarget.checked })}
    />
  );
}
