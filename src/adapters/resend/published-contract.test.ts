import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resendMailer } from "./mailer.ts";

// The providers' published contracts lie beside the checkout on some machines; they are not part of the project.
const contracts = join(import.meta.dirname, "../../../../shared/contracts");
const published = existsSync(join(contracts, "specs/resend.json"));

describe.skipIf(!published)(
  "against Resend's published contract (skipped where it does not lie beside)",
  () => {
    let server: ChildProcess;
    let baseUrl = "";

    beforeAll(async () => {
      const port = await freePort();
      const script = join(contracts, "contract-server.mjs");
      server = spawn(process.execPath, [script, join(contracts, "specs/resend.json"), String(port)], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      if (server.stdout) await once(server.stdout, "data");
      baseUrl = `http://127.0.0.1:${port}`;
    });
    afterAll(() => {
      server.kill();
    });

    it("sends what the contract allows", async () => {
      const sent = await resendMailer({ apiKey: "re_test", baseUrl }).send({
        from: '"Maison Vert" <no-reply@example.com>',
        to: "mia@example.com",
        replyTo: "hello@example.com",
        subject: "You're booked",
        html: "<p>See you</p>",
        text: "See you",
        attachments: [
          { filename: "visit.ics", contentType: "text/calendar; method=PUBLISH", content: "BEGIN" },
        ],
        idempotencyKey: "booked:1:1:customer",
      });
      expect(sent.providerMessageId).not.toBe("");
    });
  },
);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
