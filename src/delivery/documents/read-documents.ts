import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { renderDocument } from "./render-document.ts";

/** A document of the repository's `docs/`. */
export type DocumentEntry = { topic: string; title: string; summary: string };

/** For whom a document is, in the order of the list; one that is not named here comes last. */
const order = ["guide", "deploy", "api", "platform-api", "hosts", "billing", "availability", "glossary"];
const topicPattern = /^[a-z][a-z-]*$/;

const folder = () => join(process.cwd(), "docs");

/** Every document with its title and first sentence. */
export async function listDocuments(): Promise<DocumentEntry[]> {
  const files = (await readdir(folder())).filter((name) => name.endsWith(".md"));
  const entries = await Promise.all(files.map((name) => entryOf(name.slice(0, -3))));
  const rank = ({ topic }: DocumentEntry) => (order.includes(topic) ? order.indexOf(topic) : order.length);
  return entries.toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, "en"));
}

/** One document as HTML; null when there is none of that name. */
export async function readDocument(topic: string): Promise<{ title: string; html: string } | null> {
  const text = await textOf(topic);
  return text === null ? null : { title: titleOf(text, topic), html: renderDocument(text) };
}

/** A picture of a document; null when there is none of that name. */
export async function readPicture(name: string): Promise<Buffer | null> {
  if (!/^[a-z][a-z-]*\.png$/.test(name)) return null;
  return readFile(join(folder(), "images", name)).catch(() => null);
}

async function entryOf(topic: string): Promise<DocumentEntry> {
  const text = (await textOf(topic)) ?? "";
  const paragraph = text.split(/\n\s*\n/).find((part) => /^[A-Z]/.test(part)) ?? "";
  const plain = paragraph.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[*`]/g, "");
  const sentence = /^.*?[.:](?=\s|$)/s.exec(plain)?.[0] ?? plain;
  // What a colon promises is on the document's own page.
  return { topic, title: titleOf(text, topic), summary: sentence.replace(/:$/, ".") };
}

function titleOf(text: string, topic: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? topic;
}

/** Only names of ours are looked up: nothing that a visitor writes becomes a path. */
async function textOf(topic: string): Promise<string | null> {
  if (!topicPattern.test(topic)) return null;
  return readFile(join(folder(), `${topic}.md`), "utf8").catch(() => null);
}
