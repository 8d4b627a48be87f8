import { expect, it } from "vitest";
import { demoPassword as shown } from "#ui/accounts/demo-logins.tsx";
import { demoPassword } from "./write-logins.ts";

it("the password of the demo data is the one that the sign-in page shows", () => {
  expect(shown).toBe(demoPassword);
});
