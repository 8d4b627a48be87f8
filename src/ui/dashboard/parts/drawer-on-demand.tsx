"use client";

import { Skeleton } from "@mantine/core";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { tellFailure } from "#ui/dashboard/data/notices.tsx";
import { useCatalogIsKnown } from "#ui/dashboard/data/use-catalog.ts";
import { EditDrawer } from "./edit-drawer.tsx";

type Props<Drawer> = {
  /** Says what is coming, until the drawer is there and says it better. */
  title: string;
  opened: boolean;
  onClose: () => void;
  load: () => Promise<Drawer>;
  /** The drawer itself, opened or closed. */
  children: (drawer: Drawer) => ReactNode;
};

/**
 * A drawer whose code comes when it is opened for the first time, so that pages bring only what they show at once. Until
 * it is there, and what its form begins with is known, an empty drawer is in its place: whoever pressed sees that something
 * happens, and can close it again.
 */
export function DrawerOnDemand<Drawer>({ title, opened, onClose, load, children }: Props<Drawer>) {
  const [drawer, setDrawer] = useState<{ component: Drawer } | null>(null);
  const isKnown = useCatalogIsKnown();
  const begin = useEffectEvent(load);
  const giveUp = useEffectEvent((error: unknown) => {
    tellFailure(error, "This could not be opened");
    onClose();
  });
  const missing = opened && drawer === null;
  useEffect(() => {
    if (!missing) return;
    let left = false;
    begin().then(
      (component) => setDrawer({ component }),
      (error: unknown) => {
        if (!left) giveUp(error);
      },
    );
    return () => {
      left = true;
    };
  }, [missing]);
  if (drawer && isKnown) return children(drawer.component);
  return (
    <EditDrawer opened={opened} onClose={onClose} title={title}>
      <Skeleton height={240} />
    </EditDrawer>
  );
}
