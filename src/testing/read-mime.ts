/** A part of an e-mail: its headers (names in lower case) and its content, decoded. */
export type MimePart = { headers: Record<string, string>; content: string };

/** Takes an e-mail apart into its leaves; the first entry has the message's own headers. */
export function readMime(source: string): { headers: Record<string, string>; parts: MimePart[] } {
  const { headers } = splitPart(source);
  return { headers, parts: leaves(source) };
}

function leaves(source: string): MimePart[] {
  const { headers, body } = splitPart(source);
  const boundary = /boundary="?([^";]+)"?/.exec(headers["content-type"] ?? "")?.[1];
  if (!boundary) return [{ headers, content: decode(body, headers["content-transfer-encoding"]) }];
  const inner = body.split(`--${boundary}`).slice(1, -1);
  return inner.flatMap((part) => leaves(part.replace(/^\r\n/, "").replace(/\r\n$/, "")));
}

function splitPart(source: string): { headers: Record<string, string>; body: string } {
  const end = source.indexOf("\r\n\r\n");
  const head = source.slice(0, end).replace(/\r\n[ \t]+/g, " ");
  const pairs = head.split("\r\n").map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
  });
  return { headers: Object.fromEntries(pairs), body: source.slice(end + 4) };
}

function decode(body: string, encoding = "7bit"): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding === "quoted-printable") return quotedPrintable(body.replace(/=\r\n/g, ""));
  return body;
}

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` in headers. */
function decodeWords(value: string): string {
  const joined = value.replace(/\?=\s+=\?/g, "?==?");
  return joined.replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    kind.toLowerCase() === "b"
      ? Buffer.from(text, "base64").toString("utf8")
      : quotedPrintable(text.replaceAll("_", " ")),
  );
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
