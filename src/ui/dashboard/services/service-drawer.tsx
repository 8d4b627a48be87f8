"use client";

import { Tabs } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useCallback, useLayoutEffect, useState } from "react";
import type { Service } from "#modules/catalog/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { tell } from "#ui/dashboard/data/notices.tsx";
import { showFailure } from "#ui/dashboard/data/show-failure.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { useStaff } from "#ui/dashboard/data/use-catalog.ts";
import classes from "#ui/dashboard/parts/drawer-tabs.module.css";
import { DrawerForm, DrawerFrame, SaveBar } from "#ui/dashboard/parts/edit-drawer.tsx";
import { ScopedDaysPanel, ScopedHoursPanel } from "#ui/dashboard/schedule/scoped-panels.tsx";
import { ArchiveService } from "./archive-service.tsx";
import { ServiceFields } from "./service-fields.tsx";
import { type ServiceValues, saveRequest, serviceValues } from "./service-values.ts";

type Props = {
  id: string | null;
  /** The tab it opens on: details when absent. */
  part?: string | undefined;
  services: Service[];
  onClose: () => void;
};

/** A service's settings; `new` is one that does not exist yet. */
export function ServiceDrawer({ id, part, services, onClose }: Props) {
  const [shown, setShown] = useState(id);
  if (id !== null && id !== shown) setShown(id);
  const service = services.find((one) => one.id === shown) ?? null;
  if (!shown) return null;
  return <ServiceTabs key={shown} part={part} service={service} opened={id !== null} onClose={onClose} />;
}

type TabsProps = {
  part: string | undefined;
  service: Service | null;
  opened: boolean;
  onClose: () => void;
};

function ServiceTabs({ part, service, opened, onClose }: TabsProps) {
  const mayManage = useMay("catalog.write");
  const { locations } = useBusiness();
  const [dirty, setDirty] = useState({ details: false, hours: false });
  const onDetails = useCallback((details: boolean) => setDirty((now) => ({ ...now, details })), []);
  const onHours = useCallback((hours: boolean) => setDirty((now) => ({ ...now, hours })), []);
  const form = <ServiceForm service={service} onClose={onClose} onDirty={onDetails} />;
  const offeredAt = service?.locationIds.length ? service.locationIds : locations.map(({ id }) => id);
  return (
    <DrawerFrame
      opened={opened}
      onClose={onClose}
      dirty={dirty.details || dirty.hours}
      title={service?.name ?? "New service"}
      size={600}
    >
      {service && mayManage && !service.archived ? (
        <Tabs defaultValue={part ?? "details"} keepMounted classNames={classes}>
          <Tabs.List>
            <Tabs.Tab value="details">Details</Tabs.Tab>
            <Tabs.Tab value="hours">Hours</Tabs.Tab>
            <Tabs.Tab value="days">Not offered</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="details">{form}</Tabs.Panel>
          <Tabs.Panel value="hours">
            <ScopedHoursPanel
              owner={{ serviceId: service.id }}
              locationIds={offeredAt}
              onClose={onClose}
              onDirty={onHours}
            />
          </Tabs.Panel>
          <Tabs.Panel value="days">
            <ScopedDaysPanel owner={{ serviceId: service.id }} locationIds={offeredAt} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        form
      )}
    </DrawerFrame>
  );
}

type FormProps = { service: Service | null; onClose: () => void; onDirty: (dirty: boolean) => void };

function ServiceForm({ service, onClose, onDirty }: FormProps) {
  const mayManage = useMay("catalog.write");
  const utils = trpc.useUtils();
  const everybody = useStaff().map(({ id }) => id);
  const form = useForm<ServiceValues>({ initialValues: serviceValues(service, everybody) });
  const mutation = trpc.services.save.useMutation({
    onSuccess: () => {
      tell(service ? "Service saved" : "Service added");
      form.resetDirty();
      onClose();
    },
    onError: (error) => showFailure(error, form.setErrors),
    onSettled: () => Promise.all([utils.services.invalidate(), utils.resources.invalidate()]),
  });
  const dirty = form.isDirty();
  useLayoutEffect(() => onDirty(dirty), [dirty, onDirty]);
  return (
    <DrawerForm
      onSubmit={form.onSubmit((values) => mutation.mutate(saveRequest(service?.id, values)))}
      footer={
        mayManage ? (
          <SaveBar dirty={dirty} saving={mutation.isPending} onCancel={onClose} isNew={!service} />
        ) : undefined
      }
    >
      <ServiceFields form={form} />
      {service && mayManage ? <ArchiveService service={service} onDone={onClose} /> : null}
    </DrawerForm>
  );
}
