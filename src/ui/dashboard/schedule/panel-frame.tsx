"use client";

import type { FormEventHandler, ReactNode } from "react";
import { DrawerForm, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { useLinkGuard } from "#ui/dashboard/parts/leave-guard.tsx";
import { SaveFoot } from "#ui/dashboard/settings/save-foot.tsx";

type Props = {
  children: ReactNode;
  /** Whether the week can be saved. */
  dirty: boolean;
  /** Whether anything would be lost. */
  unsaved: boolean;
  saving: boolean;
  onSubmit: FormEventHandler<HTMLFormElement>;
  /** Absent: on a page of its own instead of in a drawer. */
  onClose?: () => void;
};

/** The form of the usual week with its foot, in a drawer or on a page. */
export function HoursFrame({ children, dirty, unsaved, saving, onSubmit, onClose }: Props) {
  useLinkGuard(unsaved && !onClose);
  if (onClose) {
    return (
      <DrawerForm
        onSubmit={onSubmit}
        footer={<SaveBar dirty={dirty} saving={saving} onCancel={onClose} label="Save hours" />}
      >
        {children}
      </DrawerForm>
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      {children}
      <SaveFoot dirty={dirty} saving={saving} label="Save hours" />
    </form>
  );
}
