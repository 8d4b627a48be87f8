"use client";

import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useId, useState } from "react";
import { formatDayTime } from "#kernel/time/format-time.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { useBusiness } from "#ui/dashboard/data/use-business.ts";
import { Icon, type IconName } from "#ui/dashboard/parts/icons.tsx";
import { destinations } from "./destinations.ts";
import { useDrawers } from "./drawers.ts";
import classes from "./search-dialog.module.css";

type Found = { key: string; icon: IconName; title: string; detail?: string; open: () => void };

/** Finds pages, customers and appointments by a few letters; arrow keys choose, Enter opens. */
export function SearchDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal.Root opened={opened} onClose={onClose} yOffset="10vh" size={560} radius="lg" centered={false}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label="Search">
        <SearchBox onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function SearchBox({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const listId = useId();
  const results = useResults(text, onClose);
  const current = Math.min(active, Math.max(0, results.length - 1));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((current + step + results.length) % Math.max(1, results.length));
    }
    if (event.key === "Enter") results[current]?.open();
  };
  return (
    <div className={classes.box}>
      <label className={classes.field}>
        <Icon name="search" />
        <input
          data-autofocus
          role="combobox"
          aria-label="Search pages, customers and appointments"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={results[current] ? `${listId}-${current}` : undefined}
          placeholder="Customer, code, phone number, page …"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      <div className={classes.list} id={listId} role="listbox" aria-label="Results">
        {results.map((found, index) => (
          <button
            key={found.key}
            id={`${listId}-${index}`}
            type="button"
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes.option}
            onClick={found.open}
          >
            <Icon name={found.icon} />
            <span className={classes.title}>{found.title}</span>
            <span className={classes.detail}>{found.detail}</span>
          </button>
        ))}
      </div>
      {results.length === 0 ? <p className={classes.none}>Nothing goes by that name.</p> : null}
    </div>
  );
}

function useResults(text: string, onClose: () => void): Found[] {
  const router = useRouter();
  const { openAppointment, openCustomer, openExplanation } = useDrawers();
  const { timeZone, locale } = useBusiness();
  const [search] = useDebouncedValue(text.trim(), 180);
  const enabled = search.length >= 2;
  const customers = trpc.customers.list.useQuery({ search, limit: 5 }, { enabled });
  const visits = trpc.appointments.list.useQuery({ search, limit: 5, order: "desc" }, { enabled });
  const then = (open: () => void) => () => {
    onClose();
    open();
  };
  const pages = destinations
    .filter(({ label }) => label.toLowerCase().includes(text.trim().toLowerCase()))
    .map(({ href, label, icon }) => ({ key: href, icon, title: label, open: then(() => router.push(href)) }));
  const actions = matching(text, [
    { key: "why", icon: "info" as const, title: whyTitle, open: then(() => openExplanation({})) },
  ]);
  if (!enabled) return [...pages, ...actions];
  const people = (customers.data?.customers ?? []).map(({ id, name, email, phone }) => ({
    key: id,
    icon: "user" as const,
    title: name,
    detail: email ?? phone ?? "",
    open: then(() => openCustomer(id)),
  }));
  const appointments = (visits.data?.appointments ?? []).map(({ id, customer, service, start }) => ({
    key: id,
    icon: "calendar" as const,
    title: `${customer.name}, ${service.name}`,
    detail: formatDayTime(start, timeZone, locale),
    open: then(() => openAppointment(id)),
  }));
  return [...people, ...appointments, ...pages, ...actions];
}

const whyTitle = "Why is a time not offered?";

/** Things to do whose name has the letters; more words than these lead to an explanation. */
function matching(text: string, actions: Found[]): Found[] {
  const letters = text.trim().toLowerCase();
  return actions.filter(({ title }) => `${title} explain availability`.toLowerCase().includes(letters));
}
