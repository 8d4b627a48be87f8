"use client";

import { Button, Checkbox } from "@mantine/core";
import { type Right, rightsOf } from "#modules/accounts/rules/rights.ts";
import {
  type GivenRole,
  overridableRights,
  type Permission,
  permissions,
} from "#modules/team/rules/permissions.ts";
import { useFrame } from "#ui/dashboard/data/frame-context.tsx";
import list from "#ui/dashboard/parts/choice-list.module.css";
import { roleNames } from "./member-values.ts";
import classes from "./team.module.css";

type Props = { role: GivenRole; allowed: readonly Right[]; onChange: (allowed: Right[]) => void };

/** What somebody may do, one row for each permission; the role's own choice to begin with. */
export function PermissionList({ role, allowed, onChange }: Props) {
  const byRole = rightsOf[role];
  const differs = overridableRights.some((right) => allowed.includes(right) !== byRole.includes(right));
  const toggle = ({ rights }: Permission, may: boolean) =>
    onChange(may ? [...allowed, ...rights] : allowed.filter((right) => !rights.includes(right)));
  return (
    <div>
      <fieldset className={list.list}>
        <legend className={list.legend}>What they may do</legend>
        {permissions.map((permission) => (
          <PermissionRow
            key={permission.key}
            permission={permission}
            allowed={permission.rights.every((right) => allowed.includes(right))}
            byRole={permission.rights.every((right) => byRole.includes(right))}
            onToggle={(may) => toggle(permission, may)}
          />
        ))}
      </fieldset>
      {differs ? (
        <Button
          className={classes.reset}
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange([...byRole])}
        >
          As usual for {roleNames[role]}
        </Button>
      ) : null}
    </div>
  );
}

type RowProps = {
  permission: Permission;
  allowed: boolean;
  byRole: boolean;
  onToggle: (may: boolean) => void;
};

/** Nobody allows what they may not do themselves: such a row can only be taken away. */
function PermissionRow({ permission, allowed, byRole, onToggle }: RowProps) {
  const { rights: own } = useFrame().member;
  const mine = permission.rights.every((right) => own.includes(right));
  const detail = !mine && !allowed ? "Only somebody who may do it can allow it." : permission.detail;
  return (
    <Checkbox
      classNames={{ root: list.row, body: list.rowBody, labelWrapper: list.rowLabel }}
      checked={allowed}
      disabled={!mine && !allowed}
      onChange={(event) => onToggle(event.currentTarget.checked)}
      label={
        <span className={classes.permission}>
          <span>
            {permission.words}
            {detail ? <span className={classes.detail}>{detail}</span> : null}
          </span>
          {allowed === byRole ? null : (
            <span className={classes.changed}>{allowed ? "Added" : "Taken away"}</span>
          )}
        </span>
      }
    />
  );
}
