"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { ListTeamOutput, MemberView } from "#modules/team/schema.ts";
import { useFrame, useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Person } from "#ui/dashboard/parts/person.tsx";
import { ErrorState, LoadingRows } from "#ui/dashboard/parts/states.tsx";
import table from "#ui/dashboard/parts/table.module.css";
import { Invitations } from "./invitations.tsx";
import { InviteDrawer } from "./invite-drawer.tsx";
import { MemberDrawer } from "./member-drawer.tsx";
import { standingWords } from "./member-values.ts";
import { Ownership } from "./ownership.tsx";
import classes from "./team.module.css";

/** Settings → Team: who belongs to the business and what they may do. */
export function TeamSettings() {
  const query = trpc.team.list.useQuery();
  if (query.isPending) return <LoadingRows label="Loading the team" rows={3} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Team {...query.data} />;
}

function Team({ members, invitations }: ListTeamOutput) {
  const mayChange = useMay("team.write");
  const isOwner = useFrame().member.role === "owner";
  const [inviting, setInviting] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const invite = (
    <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setInviting(true)}>
      Invite somebody
    </Button>
  );
  return (
    <>
      <FormSection
        level={2}
        title="Team"
        description="Who can sign in to this business, and what they may do."
        action={mayChange ? invite : null}
      >
        <MemberTable members={members} mayChange={mayChange} onOpen={setOpened} />
      </FormSection>
      <Invitations invitations={invitations} mayChange={mayChange} />
      {isOwner ? <Ownership members={members} /> : null}
      <InviteDrawer opened={inviting} onClose={() => setInviting(false)} />
      <MemberDrawer
        member={members.find(({ id }) => id === opened) ?? null}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

type TableProps = { members: MemberView[]; mayChange: boolean; onOpen: (id: string) => void };

function MemberTable({ members, mayChange, onOpen }: TableProps) {
  return (
    <div className={table.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col" className={table.wide}>
              Calendar
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const opens = member.changeable || (member.self && mayChange);
            const detail = member.self ? `You · ${member.email}` : member.email;
            const person = <Person name={member.name} detail={detail} />;
            return (
              <tr key={member.id} className={opens ? table.row : classes.fixed}>
                <td>
                  {opens ? (
                    <button type="button" className={table.open} onClick={() => onOpen(member.id)}>
                      {person}
                    </button>
                  ) : (
                    person
                  )}
                </td>
                <td>{standingWords(member)}</td>
                <td className={`${table.wide} ${table.quiet}`}>{member.staffName ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
