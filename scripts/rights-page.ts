// Writes docs/rights.md from the tables of the source: node scripts/rights-page.ts
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  builderMatrix,
  type Cell,
  platformMatrix,
  publicMatrix,
  teamMatrix,
} from "../src/delivery/rights-matrix.ts";
import { type Holder, rights, rightsOf } from "../src/modules/accounts/rules/rights.ts";
import { permissions } from "../src/modules/team/rules/permissions.ts";

const shown: Record<Cell, string> = { allowed: "yes", own: "own calendar", denied: "–" };

const holderNames: Partial<Record<Holder, string>> = {
  owner: "Owner",
  admin: "Admin",
  staff: "Staff",
  customer: "Customer",
  apiKey: "API key",
  assistant: "Assistant",
  platformAdmin: "Platform admin",
  siteBuilder: "Website builder",
};

/** The page, as Markdown: what a role may do, what can be changed for a member, and each call as each caller. */
export function rightsPage(): string {
  return `${[intro, permissionTable(), holderTable(), teamTable(), platformTable(), publicTable(), builderTable()].join("\n\n")}\n`;
}

const intro = `# Rights: who may do what

<!-- Written by scripts/rights-page.ts from src/delivery/rights-matrix.ts and src/modules/accounts/rules/rights.ts. -->

Everybody in a team has a role: **owner**, **admin** or **staff**. A role is a set of rights, and every verb asks for one
right. A member can have more rights than the role, or fewer (Settings → Team). Nobody changes what they may do
themselves, nobody changes somebody who may do more than they do, nobody gives a right that they do not have, and who
sees their own calendar only gives nobody another one. A business has an owner at all times; only an owner hands it over.

The second half of this page states each call of the product as each caller. A test makes every one of these calls and
compares the answer with its cell, so a call that is new, or answers otherwise, cannot be merged without being stated here.`;

function permissionTable(): string {
  const lines = permissions.map(({ words, rights: given }) => {
    const has = (holder: "admin" | "staff") => given.every((right) => rightsOf[holder].includes(right));
    const names = given.map((right) => `\`${right}\``).join(", ");
    return [words, has("admin") ? "yes" : "–", has("staff") ? "yes" : "–", names];
  });
  return `## What can be changed for a member

${table(["Permission", "Admin", "Staff", "Rights"], lines)}

Looking at the business, its services, staff and hours comes with belonging to the team. \`business.own\` (handing the
business over) is the owner's alone.`;
}

function holderTable(): string {
  const groups = Map.groupBy(Object.keys(holderNames) as Holder[], (holder) => rightsOf[holder].join());
  const columns = [...groups.values()].map((holders) => ({
    name: holders.map((holder) => holderNames[holder]).join(", "),
    rights: rightsOf[holders[0] as Holder],
  }));
  const lines = rights.map((right) => [
    `\`${right}\``,
    ...columns.map((column) => (column.rights.includes(right) ? "yes" : "–")),
  ]);
  return `## Rights by role and caller

Customers, and the assistant on their behalf, reach their own visit only: the link in the e-mail names it. A website
builder reaches the businesses that it made.

${table(["Right", ...columns.map(({ name }) => name)], lines)}`;
}

function teamTable(): string {
  const lines = Object.entries(teamMatrix).map(([path, { owner, admin, staff, right, suspended }]) => [
    `\`${path}\``,
    shown[owner],
    shown[admin],
    shown[staff],
    right ? `\`${right}\`` : "",
    shown[suspended],
  ]);
  return `## Calls of the dashboard

“Right” names what was asked for: granted to a member of staff it allows the call, taken from an admin it stops it. With
\`calendar.all\`, “own calendar” becomes everybody's. Customers, people who are not signed in and members of other
businesses are refused by every one of them.

${table(["Call", "Owner", "Admin", "Staff", "Right", "Owner, suspended"], lines)}`;
}

function platformTable(): string {
  const lines = Object.entries(platformMatrix).map(([path, { platformAdmin, owner, admin, staff }]) => [
    `\`${path}\``,
    shown[platformAdmin],
    shown[owner],
    shown[admin],
    shown[staff],
  ]);
  return `## Calls of the platform's pages

For those who run the installation. Everybody else is told that there is nothing at this address.

${table(["Call", "Platform admin", "Owner", "Admin", "Staff"], lines)}`;
}

function publicTable(): string {
  const lines = Object.entries(publicMatrix).map(([path, { anybody, suspended }]) => [
    `\`${path}\``,
    shown[anybody],
    shown[suspended],
  ]);
  return `## Calls of the public API

Without a login, below \`/api/booking/v1/<slug>/\`. An appointment is named by the secret of its manage link, and only
where it belongs: another business answers that there is none.

${table(["Call", "Anybody", "Business suspended"], lines)}`;
}

function builderTable(): string {
  const lines = Object.entries(builderMatrix).map(([path, { itsBuilder, otherBuilder, withoutKey }]) => [
    `\`${path}\``,
    shown[itsBuilder],
    shown[otherBuilder],
    shown[withoutKey],
  ]);
  return `## Calls of the platform API

With the key of a website builder, below \`/api/platform/v1/\`. A reference names a business among those of the builder
that asks, so nobody can name another's.

${table(["Call", "Its builder", "Another builder", "Without a key"], lines)}`;
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...lines.map(line)].join("\n");
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, "../docs/rights.md"), rightsPage());
