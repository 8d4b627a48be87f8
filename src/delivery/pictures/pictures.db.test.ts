import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#database/tenant-context.ts";
import { internalHeaders } from "#delivery/http/settle-headers.ts";
import { changeSlug } from "#modules/tenants/change-slug.ts";
import { proxy } from "#proxy.ts";
import { aMember } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { aPictureFile } from "#testing/picture-files.ts";
import { answerUpload } from "./answer-upload.ts";
import { showPicture } from "./show-picture.ts";

const database = useDatabase();
const app = "localhost:3000";
let file: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  file = new Uint8Array(await aPictureFile());
});

type Sent = { as?: Actor; purpose?: string; body?: BodyInit; headers?: Record<string, string> };

function send(shop: Shop, { as: actor = shop.owner, purpose = "logo", body = file, headers }: Sent = {}) {
  const address = `http://${app}/api/pictures?for=${purpose}`;
  const request = new Request(address, { method: "POST", body, headers, duplex: "half" } as RequestInit);
  return answerUpload(request, { tenantId: shop.tenantId, actor });
}

async function uploaded(shop: Shop): Promise<string> {
  return (await (await send(shop)).json()).url;
}

/** Asks as a browser would: through the proxy, then whatever it leads to. Null: the proxy refused it. */
async function ask(host: string, path: string, headers: Record<string, string> = {}) {
  const response = await proxy(new NextRequest(`http://${app}${path}`, { headers: { host, ...headers } }));
  const target = response.headers.get("x-middleware-rewrite");
  if (!target) return null;
  const passedOn = [...response.headers].flatMap(([name, value]) =>
    name.startsWith("x-middleware-request-") ? [[name.slice("x-middleware-request-".length), value]] : [],
  );
  const [, , slug = "", name = ""] = new URL(target).pathname.split("/");
  const request = new Request(target, { headers: Object.fromEntries(passedOn) });
  return showPicture(request, { params: Promise.resolve({ slug, file: name }) });
}

async function hostOf(shop: Shop, host: string, kind: "custom" | "site"): Promise<string> {
  const statement = "INSERT INTO host (name, business_id, kind) VALUES ($1, $2, $3)";
  await database.superuser.query(statement, [host, shop.tenantId, kind]);
  return host;
}

describe("a picture that is sent", () => {
  it("is kept, and the answer says where and how large it is", async () => {
    const shop = await aShop();
    const answer = await send(shop);
    expect(answer.status).toBe(201);
    const url = expect.stringMatching(new RegExp(`^/pictures/${shop.slug}/`));
    expect(await answer.json()).toEqual({ url, width: 40, height: 20 });
  });

  it("is refused in words when nobody is signed in, or without the right", async () => {
    const shop = await aShop();
    const stranger = await answerUpload(new Request(`http://${app}/api/pictures?for=logo`), null);
    expect([stranger.status, await stranger.json()]).toEqual([401, { message: "Sign in to continue." }]);
    expect((await send(shop, { as: aMember("staff") })).status).toBe(403);
  });

  it("is refused in words when it is for nothing, no picture, or too large, and then is read no further", async () => {
    const shop = await aShop();
    expect((await send(shop, { purpose: "everything" })).status).toBe(400);
    const text = await send(shop, { body: "no picture" });
    expect([text.status, (await text.json()).message]).toEqual([422, expect.stringMatching(/no picture/)]);
    expect((await send(shop, { headers: { "content-length": "10000001" } })).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const answer = await send(shop, { body: endless });
    expect([answer.status, (await answer.json()).message]).toEqual([
      413,
      expect.stringMatching(/up to 10 MB/),
    ]);
    expect(sent).toBeLessThan(15_000_000);
  });
});

describe("a picture's address", () => {
  it("shows it on every host of its business and on the installation's own, for good", async () => {
    const shop = await aShop();
    const url = await uploaded(shop);
    const custom = await hostOf(shop, `${shop.slug}.example`, "custom");
    const site = await hostOf(shop, `${shop.slug}.builder.example`, "site");
    const places = [
      [app, url],
      [`${shop.slug}.${app}`, url],
      [custom, url],
      [site, `/book${url}`],
    ] as const;
    for (const [host, path] of places) {
      const answer = await ask(host, path);
      expect([host, answer?.status]).toEqual([host, 200]);
      expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
        "content-type": "image/webp",
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; sandbox",
      });
      expect(await answer?.text()).toMatch(/^RIFF/);
    }
    expect(await ask(site, url)).toBeNull();
  });

  it("is not sent again to whoever has it", async () => {
    const shop = await aShop();
    const url = await uploaded(shop);
    const etag = (await ask(app, url))?.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f-]{36}"$/);
    expect((await ask(app, url, { "if-none-match": etag }))?.status).toBe(304);
    expect((await ask(app, url, { "if-none-match": '"another"' }))?.status).toBe(200);
  });

  it("shows nothing of another business, whatever the path or a header says", async () => {
    const [mine, theirs] = [await aShop(), await aShop()];
    const url = await uploaded(theirs);
    const disguised = url.replace(theirs.slug, mine.slug);
    const host = await hostOf(mine, `${mine.slug}.example`, "custom");
    const pretending = { [internalHeaders.business]: JSON.stringify({ tenantId: theirs.tenantId }) };
    const asked = [
      ask(host, url),
      ask(`${mine.slug}.${app}`, url, pretending),
      ask(`${mine.slug}.${app}`, disguised),
      ask(app, disguised, pretending),
    ];
    for (const answer of await Promise.all(asked)) expect(answer?.status).toBe(404);
    expect(await ask(`nobody.${app}`, url)).toBeNull();
    expect(await ask("unknown.example", url)).toBeNull();
  });

  it("is no page when it is not a picture's", async () => {
    const shop = await aShop();
    const url = await uploaded(shop);
    for (const path of [url.replace(".webp", ".svg"), `/pictures/${shop.slug}/..webp`, "/pictures/x/y"]) {
      expect((await ask(app, path))?.status).toBe(404);
    }
    await database.superuser.query("UPDATE tenant SET status = 'deleted' WHERE id = $1", [shop.tenantId]);
    expect((await ask(app, url))?.status).toBe(404);
  });

  it("stays when the business takes another slug", async () => {
    const shop = await aShop();
    const url = await uploaded(shop);
    const slug = `${shop.slug}-moved`;
    expect(await shop.run((ctx) => changeSlug(ctx, { slug }))).toMatchObject({ ok: true });
    for (const host of [app, `${slug}.${app}`]) expect((await ask(host, url))?.status).toBe(200);
  });
});
