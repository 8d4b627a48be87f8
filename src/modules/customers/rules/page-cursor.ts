import { isUuid } from "#kernel/ids.ts";

/** The last row of a page sorted by name and id: the next page begins after it. */
export type PageCursor = { name: string; id: string };

/** As one opaque, URL-safe text. */
export function encodeCursor(cursor: PageCursor): string {
  return Buffer.from(JSON.stringify([cursor.name, cursor.id])).toString("base64url");
}

/** Null for anything that `encodeCursor` did not make. */
export function decodeCursor(text: string): PageCursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(value)) return null;
    const [name, id] = value;
    return typeof name === "string" && typeof id === "string" && isUuid(id) ? { name, id } : null;
  } catch {
    return null;
  }
}
