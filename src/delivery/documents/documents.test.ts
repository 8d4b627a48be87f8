import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { listDocuments, readDocument, readPicture } from "./read-documents.ts";
import { renderDocument } from "./render-document.ts";

describe("a document as a page", () => {
  it("leads to other documents, to their headings and to files of the repository", () => {
    const html = renderDocument(
      "## The `first` rule\n\n[a](api.md#errors) [b](../src/env.ts) [c](#the-first-rule)",
    );
    expect(html).toContain('<h2 id="the-first-rule">');
    expect(html).toContain('href="/docs/api#errors"');
    expect(html).toMatch(/href="https:[^"]*\/src\/env\.ts"/);
    expect(html).toContain('href="#the-first-rule"');
  });

  it("keeps words from ending an attribute", () => {
    expect(renderDocument('![a "b"](images/x.png)')).toContain('alt="a &quot;b&quot;"');
  });
});

describe("the documents", () => {
  const topics = readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3));

  it("are all listed, with a title and a sentence", async () => {
    const listed = await listDocuments();
    expect(listed.map(({ topic }) => topic).toSorted()).toEqual(topics.toSorted());
    expect(listed.filter(({ title, summary }) => !title || !/^.{20,}\.$/s.test(summary))).toEqual([]);
  });

  it.each(topics)("%s has no link to a document or heading that is not there", async (topic) => {
    const document = await readDocument(topic);
    const links = [...(document?.html ?? "").matchAll(/href="\/docs\/([a-z-]+)(?:#([^"]*))?"/g)];
    for (const [link, other = "", anchor] of links) {
      const there = await readDocument(other);
      expect(there, link).not.toBeNull();
      if (anchor) expect(there?.html, link).toContain(`id="${anchor}"`);
    }
  });

  it("are found by their own names only", async () => {
    expect(await readDocument("../README")).toBeNull();
    expect(await readDocument("nothing")).toBeNull();
    expect(await readPicture("../../package.json")).toBeNull();
    expect((await readPicture("booking.png"))?.length).toBeGreaterThan(1000);
  });
});
