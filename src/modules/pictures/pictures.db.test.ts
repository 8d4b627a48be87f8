import { beforeAll, describe, expect, it } from "vitest";
import { sharpEncoder } from "#adapters/sharp/picture-encoder.ts";
import type { Actor } from "#database/tenant-context.ts";
import { fixedClock } from "#kernel/clock.ts";
import { saveLook } from "#modules/branding/save-look.ts";
import { saveService } from "#modules/catalog/save-service.ts";
import { aMember, aVisitor } from "#testing/builders/actors.ts";
import { aShop, type Shop } from "#testing/builders/shop.ts";
import { useDatabase } from "#testing/database.ts";
import { aPictureFile } from "#testing/picture-files.ts";
import { addPicture } from "./add-picture.ts";
import type { PictureEncoder } from "./ports.ts";
import { readPicture } from "./read-picture.ts";
import { removeUnusedPictures } from "./remove-unused-pictures.ts";
import { type PicturePurpose, picturePurposes } from "./schema.ts";

const database = useDatabase();
const encoder = sharpEncoder();
const refusesToWork: PictureEncoder = {
  encode: () => Promise.reject(new Error("Nothing was to be encoded")),
};
const hour = 3_600_000;
let file: Uint8Array;

beforeAll(async () => {
  file = await aPictureFile();
});

type Upload = { purpose?: PicturePurpose; file?: Uint8Array; as?: Actor; encoder?: PictureEncoder };

function upload(shop: Shop, by: Upload = {}) {
  const { purpose = "logo", as: actor = shop.owner } = by;
  const scope = { tenantId: shop.tenantId, actor };
  return addPicture(scope, { purpose, file: by.file ?? file }, by.encoder ?? encoder);
}

async function uploaded(shop: Shop, by: Upload = {}): Promise<string> {
  const added = await upload(shop, by);
  if (!added.ok) throw new Error(added.message);
  return added.value.url;
}

const idOf = (url: string) => url.slice(-41, -5);

function read(shop: Shop, url: string, as: Actor = aVisitor) {
  return shop.run((ctx) => readPicture(ctx, { id: idOf(url) }), { as });
}

async function rowsOf(shop: Shop): Promise<{ id: string; purpose: string; unused_since: Date | null }[]> {
  const { rows } = await database.superuser.query("SELECT * FROM picture WHERE tenant_id = $1", [
    shop.tenantId,
  ]);
  return rows;
}

/** A picture that says of itself how large it is, which the table would not let it. */
async function fill(shop: Shop, bytes: number): Promise<void> {
  await database.superuser.query("ALTER TABLE picture DROP CONSTRAINT IF EXISTS picture_size_ck");
  await database.superuser.query(
    `INSERT INTO picture (tenant_id, id, purpose, source_hash, bytes, media_type, width, height, byte_size)
     VALUES ($1, gen_random_uuid(), 'photo', repeat('0', 64), '\\x00', 'image/webp', 9, 9, $2)`,
    [shop.tenantId, bytes],
  );
}

describe("an uploaded picture", () => {
  it("is at an address of the business and seen by everybody, and the trail says so", async () => {
    const shop = await aShop();
    const added = await upload(shop);
    expect(added).toMatchObject({ ok: true, value: { width: 40, height: 20 } });
    const url = await uploaded(shop);
    expect(url).toMatch(new RegExp(`^/pictures/${shop.slug}/[0-9a-f-]{36}\\.webp$`));
    const picture = await read(shop, url);
    expect(picture).toMatchObject({ ok: true, value: { mediaType: "image/webp" } });
    if (picture.ok) expect(Buffer.from(picture.value.bytes).toString("latin1")).toMatch(/^RIFF.{4}WEBP/s);
    const events = "SELECT payload FROM event WHERE tenant_id = $1 AND type = 'picture.added'";
    const { rows } = await database.superuser.query(events, [shop.tenantId]);
    expect(rows).toEqual([{ payload: { purpose: "logo" } }]);
  });

  it("is one picture however often the same file comes, also at once; for another purpose it is another", async () => {
    const shop = await aShop();
    const [first, second] = await Promise.all([uploaded(shop), uploaded(shop)]);
    expect(second).toBe(first);
    expect(await uploaded(shop, { encoder: refusesToWork })).toBe(first);
    expect(await uploaded(shop, { purpose: "photo" })).not.toBe(first);
    expect((await rowsOf(shop)).map(({ purpose }) => purpose).toSorted()).toEqual(["logo", "photo"]);
  });

  it("is no other business's, by id, by file or by what is counted", async () => {
    const [mine, theirs] = [await aShop(), await aShop()];
    await fill(mine, 199_999_999);
    const url = await uploaded(theirs);
    expect(await read(theirs, url)).toMatchObject({ ok: true });
    expect(await read(mine, url, mine.owner)).toMatchObject({ ok: false, reason: "notFound" });
    expect(await upload(mine)).toMatchObject({ ok: false, reason: "invalid" });
    const { rows } = await database.owner.query("SELECT count(*)::int AS n FROM picture");
    expect(rows).toEqual([{ n: 0 }]);
  });

  it.each(picturePurposes)("for a %s takes the right to change what shows it", async (purpose) => {
    const shop = await aShop();
    for (const as of [aMember("staff"), aVisitor]) {
      const refused = await upload(shop, { purpose, as, encoder: refusesToWork });
      expect(refused).toMatchObject({ ok: false, reason: "forbidden" });
    }
    const rights = { logo: "business", photo: "business", service: "catalog", portrait: "staff" };
    const granted = [`${rights[purpose]}.write`];
    const trusted: Actor = { kind: "member", userId: shop.ownerUserId, role: "staff", granted };
    expect(await upload(shop, { purpose, as: trusted })).toMatchObject({ ok: true });
    expect(await upload(shop, { purpose, as: aMember("admin") })).toMatchObject({ ok: true });
    const held: Actor = { kind: "member", userId: shop.ownerUserId, role: "admin", denied: granted };
    expect(await upload(shop, { purpose, as: held })).toMatchObject({ ok: false, reason: "forbidden" });
  });

  it.each([
    ["what is no picture", () => Buffer.from("<html></html>"), /no picture that can be shown/],
    ["a drawing", () => Buffer.from("<svg onload='alert(1)'/>"), /Save it as PNG/],
    ["a picture that is cut off", () => file.subarray(0, file.length - 60), /damaged/],
    ["what is too large", () => Buffer.alloc(10_000_001, file), /up to 10 MB/],
  ])("is not made of %s", async (_what, made, words) => {
    const shop = await aShop();
    const refused = await upload(shop, { file: made() });
    expect(refused).toMatchObject({ ok: false, reason: "invalid", message: expect.stringMatching(words) });
    expect(await rowsOf(shop)).toEqual([]);
  });

  it("finds room up to 200 MB, of two that come at once for one only", async () => {
    const shop = await aShop();
    const files = [await aPictureFile({}, 1), await aPictureFile({}, 2)];
    for (const one of files) await uploaded(shop, { purpose: "portrait", file: one });
    const sizes = "SELECT sum(byte_size)::int AS both FROM picture WHERE tenant_id = $1";
    const { rows } = await database.superuser.query<{ both: number }>(sizes, [shop.tenantId]);
    const both = rows[0]?.both ?? 0;
    // A byte too little is left for both of them once more.
    await fill(shop, 200_000_000 - 2 * both + 1);
    const answers = await Promise.all(files.map((one) => upload(shop, { file: one })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      message: expect.stringMatching(/more than 200 MB/),
    });
  });

  it("is kept for the purposes that the table knows", async () => {
    const { rows } = await database.superuser.query<{ check: string }>(
      "SELECT pg_get_constraintdef(oid) AS check FROM pg_constraint WHERE conname = 'picture_purpose_ck'",
    );
    const known = [...(rows[0]?.check ?? "").matchAll(/'(\w+)'/g)].map(([, word]) => word);
    expect(known.toSorted()).toEqual([...picturePurposes].toSorted());
  });
});

describe("the clean-up of pictures", () => {
  const start = Date.parse("2027-03-01T08:00:00Z");

  async function cleanUpAfter(shop: Shop, hours: number) {
    const outcome = await shop.run(removeUnusedPictures, { at: fixedClock(start + hours * hour) });
    if (!outcome.ok) throw new Error(outcome.message);
    return outcome.value;
  }

  it("keeps what is shown, and removes what was not for a day", async () => {
    const shop = await aShop();
    const [logo, cut, , abroad] = await Promise.all(
      picturePurposes.map((purpose) => uploaded(shop, { purpose })),
    );
    await shop.run((ctx) => saveLook(ctx, { logoUrl: logo }));
    const { id, name, durationMin, priceMinor } = shop.service;
    const service = { id, name, durationMin, priceMinor, imageUrl: `https://book.example${cut}` };
    expect(await shop.run((ctx) => saveService(ctx, service))).toMatchObject({ ok: true });
    await shop.run((ctx) =>
      ctx.db.tenant.updateMany({ where: {}, data: { photoUrls: ["/x.png", `${abroad}`] } }),
    );
    expect(await cleanUpAfter(shop, 0)).toEqual({ someWait: true });
    expect(await cleanUpAfter(shop, 23)).toEqual({ someWait: true });
    expect(await rowsOf(shop)).toHaveLength(4);
    expect(await cleanUpAfter(shop, 24)).toEqual({ someWait: false });
    const left = (await rowsOf(shop)).map((row) => row.id).toSorted();
    expect(left).toEqual([logo, cut, abroad].map((url = "") => idOf(url)).toSorted());
  });

  it("begins the day anew for what was shown, or uploaded, once more", async () => {
    const shop = await aShop();
    const [shown, again] = await Promise.all([uploaded(shop), uploaded(shop, { purpose: "photo" })]);
    await cleanUpAfter(shop, 0);
    await shop.run((ctx) => saveLook(ctx, { logoUrl: shown }));
    await cleanUpAfter(shop, 23);
    expect(await uploaded(shop, { purpose: "photo", encoder: refusesToWork })).toBe(again);
    await shop.run((ctx) => saveLook(ctx, { logoUrl: null }));
    await cleanUpAfter(shop, 25);
    await cleanUpAfter(shop, 48);
    expect(await rowsOf(shop)).toHaveLength(2);
    await cleanUpAfter(shop, 49);
    expect(await rowsOf(shop)).toEqual([]);
  });

  it("leaves other businesses alone, and is nobody's but the system's and the team's", async () => {
    const [mine, theirs] = [await aShop(), await aShop()];
    await uploaded(theirs);
    await cleanUpAfter(mine, 0);
    await cleanUpAfter(mine, 100);
    expect(await rowsOf(theirs)).toMatchObject([{ unused_since: null }]);
    expect(await mine.run(removeUnusedPictures, { as: aVisitor })).toMatchObject({ reason: "forbidden" });
  });
});
