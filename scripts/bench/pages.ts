import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type Browser, type CDPSession, chromium } from "@playwright/test";
import { connectAsSuperuser, startProduct } from "../../e2e/product/product.ts";
import { findBrowser } from "../test/find-browser.ts";
import { printFigure, say } from "./figures.ts";
import { type Stop, tourOf } from "./tour.ts";

type Received = { url: string; type: string; encoding: string; sent: number };
type Script = { text: string; sent: number; encoding: string };
type Visit = { requests: number; sent: number; scripts: Script[]; inline: string; document: number };

const phone = { width: 390, height: 844 };

/** The JavaScript that each page brings, read off a real browser that has seen nothing before. */
export async function benchPages(): Promise<void> {
  const product = await startProduct();
  const superuser = await connectAsSuperuser(product);
  try {
    const browser = await chromium.launch({
      executablePath: await findBrowser(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    });
    try {
      for (const stop of await tourOf(product, superuser)) {
        say(`pages: ${stop.kind}, ${stop.name} …`);
        printVisit(stop, await visit(browser, stop));
      }
    } finally {
      await browser.close();
    }
  } finally {
    await superuser.end();
    await product.stop();
  }
}

function printVisit({ kind, name }: Stop, seen: Visit): void {
  const sum = (of: (script: Script) => number) =>
    seen.scripts.reduce((total, script) => total + of(script), 0);
  printFigure({
    figure: `JavaScript of ${kind} page, ${name}`,
    value: sum(({ text }) => gzipSync(text).length),
    unit: "bytes, gzip",
    brotli: sum(({ text }) => brotli(text)),
    plain: sum(({ text }) => Buffer.byteLength(text)),
    files: seen.scripts.length,
    // As they went over the wire, answer headers included; and how the server had compressed them.
    sent: sum(({ sent }) => sent),
    sent_as: [...new Set(seen.scripts.map(({ encoding }) => encoding))].join(", "),
    inline_gzip: seen.inline === "" ? 0 : gzipSync(seen.inline).length,
    document_sent: seen.document,
    page_sent: seen.sent,
    requests: seen.requests,
  });
}

function brotli(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Loads the page until its network is quiet, with an empty cache, and keeps what came. */
async function visit(browser: Browser, stop: Stop): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone });
  try {
    await context.addCookies(cookiesOf(stop));
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const received = await watchNetwork(session);
    const response = await page.goto(stop.url, { waitUntil: "networkidle" });
    if (!response?.ok()) throw new Error(`${stop.url} answers ${response?.status()}`);
    const answers = [...received.entries()];
    const scripts = answers.filter(([, answer]) => answer.type === "Script");
    const document = answers.find(([, answer]) => answer.type === "Document")?.[1];
    return {
      requests: answers.length,
      sent: answers.reduce((total, [, { sent }]) => total + sent, 0),
      scripts: await Promise.all(
        scripts.map(async ([id, { sent, encoding }]) => ({
          text: await bodyOf(session, id),
          sent,
          encoding,
        })),
      ),
      inline: inlineScripts(await response.text()),
      document: document?.sent ?? 0,
    };
  } finally {
    await context.close();
  }
}

/** Every answer by its request's id, from now on; `data:` addresses are no requests. */
async function watchNetwork(session: CDPSession): Promise<Map<string, Received>> {
  const received = new Map<string, Received>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (response.url.startsWith("data:")) return;
    const encoding = response.headers["content-encoding"] ?? response.headers["Content-Encoding"] ?? "plain";
    received.set(requestId, { url: response.url, type, encoding, sent: 0 });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = received.get(requestId);
    if (answer) answer.sent = encodedDataLength;
  });
  await session.send("Network.enable");
  return received;
}

async function bodyOf(session: CDPSession, requestId: string): Promise<string> {
  const { body, base64Encoded } = await session.send("Network.getResponseBody", { requestId });
  return base64Encoded ? Buffer.from(body, "base64").toString() : body;
}

/** The scripts that the document itself holds; data in script elements is none. */
function inlineScripts(html: string): string {
  const scripts = html.matchAll(/<script(?![^>]*\b(?:src=|type="[^"]*json"))[^>]*>(.*?)<\/script>/gs);
  return [...scripts].map((match) => match[1]).join("\n");
}

function cookiesOf({ cookie, url }: Stop): { name: string; value: string; url: string }[] {
  return cookie.split("; ").flatMap((pair) => {
    const at = pair.indexOf("=");
    return at < 0 ? [] : [{ name: pair.slice(0, at), value: pair.slice(at + 1), url: new URL(url).origin }];
  });
}
