"use client";

import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import Link from "next/link";
import { initialsOf } from "#ui/dashboard/calendar/entry-content.ts";
import { Icon, type IconName } from "#ui/dashboard/parts/icons.tsx";
import classes from "./shell.module.css";

const schemes = [
  { value: "light", label: "Light", icon: "sun" },
  { value: "dark", label: "Dark", icon: "moon" },
  { value: "auto", label: "As the system", icon: "settings" },
] as const satisfies readonly { value: string; label: string; icon: IconName }[];

type Props = {
  name: string;
  email: string;
  links: readonly { href: string; label: string; icon: IconName }[];
};

export function UserMenu({ name, email, links }: Props) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" withinPortal={false} width={240}>
      <Menu.Target>
        <UnstyledButton aria-label={`Account of ${name}`}>
          <Avatar size={36} radius="xl" classNames={{ placeholder: classes.initials }}>
            {initialsOf(name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          <br />
          {email}
        </Menu.Label>
        {links.map(({ href, label, icon }) => (
          <Menu.Item key={href} component={Link} href={href} leftSection={<Icon name={icon} size={16} />}>
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        {schemes.map(({ value, label, icon }) => (
          <Menu.Item
            key={value}
            leftSection={<Icon name={icon} size={16} />}
            rightSection={colorScheme === value ? <Icon name="check" size={16} /> : null}
            onClick={() => setColorScheme(value)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component="a" href="/sign-out" leftSection={<Icon name="out" size={16} />}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
