"use client";

import { Button, Combobox, Loader, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { CustomerSummary } from "#modules/customers/schema.ts";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FieldRow } from "#ui/dashboard/parts/form-section.tsx";
import { Icon } from "#ui/dashboard/parts/icons.tsx";
import { Person } from "#ui/dashboard/parts/person.tsx";
import type { BookingForm } from "./booking-fields.tsx";
import classes from "./customer-picker.module.css";

/** Finds the caller's record by name, phone or e-mail, or takes down a new one. */
export function CustomerPicker({ form }: { form: BookingForm }) {
  const { customerId, name } = form.values;
  if (customerId) {
    return (
      <div className={classes.chosen}>
        <Person name={name} detail="Known customer" />
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => form.setValues({ customerId: null, name: "", email: "", phone: "" })}
        >
          Change
        </Button>
      </div>
    );
  }
  return (
    <>
      <NameSearch form={form} />
      <FieldRow>
        <TextInput label="Phone" type="tel" autoComplete="off" {...form.getInputProps("phone")} />
        <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps("email")} />
      </FieldRow>
    </>
  );
}

function NameSearch({ form }: { form: BookingForm }) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [search] = useDebouncedValue(form.values.name.trim(), 200);
  const [typed, setTyped] = useState(false);
  const enabled = typed && search.length >= 2;
  const query = trpc.customers.list.useQuery({ search, limit: 6 }, { enabled });
  const found = enabled ? (query.data?.customers ?? []) : [];
  const choose = (id: string) => {
    const customer = found.find((one) => one.id === id);
    if (customer) form.setValues({ customerId: customer.id, name: customer.name });
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          label="Name"
          description="Type a name, phone number or e-mail to find a known customer"
          autoComplete="off"
          data-autofocus
          leftSection={query.isFetching ? <Loader size={14} /> : <Icon name="search" size={16} />}
          {...form.getInputProps("name")}
          onChange={(event) => {
            form.setFieldValue("name", event.target.value);
            setTyped(true);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label="Known customers">
          {found.map((customer) => (
            <Combobox.Option value={customer.id} key={customer.id}>
              <Person name={customer.name} detail={contactOf(customer)} size={30} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function contactOf({ phone, email }: CustomerSummary): string {
  return [phone, email].filter(Boolean).join(" · ") || "No contact known";
}
