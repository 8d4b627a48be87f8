"use client";

import { Button } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useState } from "react";
import type { BuilderView, NewBuilderKey } from "#modules/builders/schema.ts";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Page } from "#ui/dashboard/parts/page.tsx";
import { EmptyState, ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { BuilderDialog, type BuilderEdit } from "./builder-dialog.tsx";
import { useRefresh } from "./business-actions.tsx";
import { NewKeyDialog } from "./new-key-dialog.tsx";
import classes from "./platform.module.css";
import { moment } from "./use-clock.ts";

/** Website builders that offer booking on their sites, and the keys they call with. */
export function BuildersPage() {
  const query = trpc.platform.builders.useQuery();
  const [edit, setEdit] = useState<BuilderEdit | null>(null);
  const [made, setMade] = useState<NewBuilderKey | null>(null);
  const add = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEdit({ kind: "add" })}>
      Add a website builder
    </Button>
  );
  return (
    <Page title="Website builders" actions={query.data?.length ? add : null}>
      {query.isPending ? <LoadingRows label="Loading website builders" /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data?.length === 0 ? (
        <EmptyState
          picture="place"
          text="No website builder yet. One gets a key, and offers booking on the sites that it makes."
          action={add}
        />
      ) : null}
      <div className={classes.stack}>
        {(query.data ?? []).map((builder) => (
          <Builder key={builder.id} builder={builder} onEdit={setEdit} />
        ))}
      </div>
      <BuilderDialog
        key={edit ? `${edit.kind}-${"builder" in edit ? edit.builder.id : ""}` : "closed"}
        edit={edit}
        onClose={() => setEdit(null)}
        onMade={setMade}
      />
      <NewKeyDialog made={made} onClose={() => setMade(null)} />
    </Page>
  );
}

function Builder({ builder, onEdit }: { builder: BuilderView; onEdit: (edit: BuilderEdit) => void }) {
  return (
    <section className={classes.card}>
      <h2>{builder.name}</h2>
      <div className={classes.actions}>
        <p>
          {builder.siteSuffixes.length > 0
            ? `Vouches for sites under ${builder.siteSuffixes.join(", ")}.`
            : "Vouches for no sites: each has to be verified."}
        </p>
        <ul className={classes.list}>
          {builder.keys.map((key) => (
            <Key key={key.id} builderKey={key} />
          ))}
        </ul>
        <div className={classes.buttons}>
          <Button size="xs" variant="default" onClick={() => onEdit({ kind: "key", builder })}>
            New key …
          </Button>
          <Button size="xs" variant="default" onClick={() => onEdit({ kind: "sites", builder })}>
            Change its sites …
          </Button>
        </div>
      </div>
    </section>
  );
}

function Key({ builderKey }: { builderKey: BuilderView["keys"][number] }) {
  const { name, hint, createdAt, revokedAt } = builderKey;
  const revoke = trpc.platform.revokeBuilderKey.useMutation({
    ...useRefresh(),
    onSuccess: () => tell("Key revoked"),
  });
  const ask = () =>
    modals.openConfirmModal({
      title: `Revoke the key “${name}”?`,
      children: "Calls with it are refused from now on, and its users are not signed in by it any more.",
      labels: { confirm: "Revoke", cancel: "Keep it" },
      confirmProps: { color: "red" },
      onConfirm: () => revoke.mutate({ hint }),
    });
  return (
    <li>
      <span>
        {name} <span className={table.quiet}>…{hint}</span>
        <span className={classes.error}>
          {revokedAt ? `Revoked ${moment(revokedAt)}` : `Since ${moment(createdAt)}`}
        </span>
      </span>
      {revokedAt ? null : (
        <Button size="compact-sm" variant="subtle" color="red" loading={revoke.isPending} onClick={ask}>
          Revoke
        </Button>
      )}
    </li>
  );
}
