import { describe, expect, it } from "vitest";
import { chooseTime } from "#delivery/booking-pages/choose-time.ts";
import { answerVisit } from "#delivery/booking-pages/visit.ts";
import { handleRestRequest } from "#delivery/rest/handle-request.ts";
import { appRouter } from "#delivery/trpc/app-router.ts";
import { contextFor } from "#delivery/trpc/context.ts";
import { createCaller } from "#delivery/trpc/procedures.ts";
import { newId } from "#kernel/ids.ts";
import { aShop } from "#testing/builders/shop.ts";
import { aSiteBuilder } from "#testing/builders/site-builder.ts";
import { useDatabase } from "#testing/database.ts";

useDatabase();

const refused = { error: { code: "invalid_request" } };

describe("a text with the character U+0000", () => {
  it("is refused by both APIs, in a body, a path and a query", async () => {
    const [builder, shop] = [await aSiteBuilder(), await aShop()];
    const name = "Ana\0Yoga";
    const put = await builder.call("PUT", "businesses/site-1", {
      body: { name, timezone: "Europe/Lisbon", currency: "EUR" },
    });
    expect(put).toMatchObject({ status: 400, body: refused });
    expect(await builder.call("GET", "businesses/site%00")).toMatchObject({ status: 400, body: refused });
    const cursor = Buffer.from("\0").toString("base64url");
    expect((await builder.call("GET", `businesses?cursor=${cursor}`)).status).toBe(400);

    const customer = { name, email: "ana@example.com" };
    const booking = { service_id: shop.service.id, start_time: "2030-03-05T10:00:00Z", customer };
    const address = `http://localhost/api/booking/v1/${shop.slug}/appointments`;
    const posted = await handleRestRequest(
      new Request(address, { method: "POST", body: JSON.stringify(booking) }),
    );
    expect([posted.status, await posted.json()]).toMatchObject([400, refused]);
    expect((await handleRestRequest(new Request(`${address}/%00`))).status).toBe(400);
  });

  it("is refused by the dashboard's calls, and left out by booking pages", async () => {
    const shop = await aShop();
    const actor = { kind: "member", userId: shop.ownerUserId, role: "owner" } as const;
    const user = { userId: shop.ownerUserId, email: "owner@example.com", name: "Owner" };
    const member = { tenantId: shop.tenantId, actor, user, sessionId: newId() };
    const caller = createCaller(appRouter)(contextFor(async () => member));
    const tagline = caller.business.update({ tagline: "a\0b" });
    await expect(tagline).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await expect(caller.customers.list({ search: "\0" })).rejects.toMatchObject({ code: "BAD_REQUEST" });

    const params = Promise.resolve({ slug: shop.slug });
    const page = new Request(`http://localhost/${shop.slug}/book?service=%00${shop.service.slug}`, {
      headers: { accept: "application/vnd.slotkeeper+json" },
    });
    expect((await answerVisit(page, { params }, chooseTime)).status).toBe(200);
  });
});
