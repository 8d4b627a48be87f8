import { expect, it } from "vitest";
import { demoPassword as seeded } from "../../../prisma/seed/write-logins.ts";
import { demoPassword } from "./demo-logins.tsx";

it("shows the password that the demo data has", () => {
  expect(demoPassword).toBe(seeded);
});
