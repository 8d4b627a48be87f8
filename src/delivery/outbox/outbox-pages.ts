import { formatDayTime } from "#kernel/time/format-time.ts";
import type { OutboxEntry, OutboxMessage } from "#modules/notifications/read-outbox.ts";
import { html, type Markup, trusted } from "#modules/notifications/templates/html.ts";
import { outboxStyle } from "./outbox-style.ts";

/** The list of what was "sent", as an HTML document; `to` is the address it was narrowed to. */
export function outboxListPage(
  entries: OutboxEntry[],
  { to, nonce }: { to?: string; nonce: string },
): string {
  const body = html`<form class="filter" action="/outbox" method="get">
<label>Sent to<input type="email" name="to" value="${to ?? ""}" autocomplete="off"></label>
<button type="submit">Show</button>
</form>
${entries.length === 0 ? html`<p>${nothing(to)}</p>` : entryList(entries)}`;
  return document({ title: "Outbox", nonce }, body);
}

function nothing(to: string | undefined): string {
  return to
    ? `Nothing was sent to ${to} yet.`
    : "Nothing was sent yet. Book a visit, and its e-mail appears here.";
}

function entryList(entries: OutboxEntry[]): Markup {
  const items = entries.map(
    ({ id, to, subject, sentAt }) => html`<li><a href="/outbox/${id}">
<strong>${subject}</strong>
<time class="muted" datetime="${sentAt}">${timeInWords(sentAt)}</time>
<span class="to muted">${to}</span>
</a></li>
`,
  );
  return html`<ul class="list">
${items}</ul>`;
}

/** One message: as its reader sees it, as plain text with its links, and its files. */
export function outboxMessagePage(message: OutboxMessage, { nonce }: { nonce: string }): string {
  const { id, from, to, sentAt, text, subject, attachments } = message;
  const files = attachments.map(
    ({ filename }, index) => html`<li><a href="/outbox/${id}/attachments/${index}" download>
<strong>${filename}</strong></a></li>
`,
  );
  const body = html`<p><a href="/outbox">All messages</a></p>
<dl class="facts">
<dt>To</dt><dd>${to}</dd>
<dt>From</dt><dd>${from}</dd>
<dt>Sent</dt><dd><time datetime="${sentAt}">${timeInWords(sentAt)}</time></dd>
</dl>
<h2>As the reader sees it</h2>
<iframe title="The message as the reader sees it" sandbox="allow-popups allow-popups-to-escape-sandbox allow-scripts" srcdoc="${framed(message.html, nonce)}"></iframe>
<h2>Plain text</h2>
<pre tabindex="0">${linked(text)}</pre>
${files.length > 0 && html`<h2>Files</h2><ul class="list">${files}</ul>`}`;
  return document({ title: subject, nonce }, body);
}

/**
 * A frame without an address of its own follows this page's policy: the letter's style sheet needs the nonce, and no
 * script in it would run. It is still sandboxed with `allow-scripts`: tools that check accessibility look into every
 * frame, and hang in one without.
 */
function framed(letter: string, nonce: string): string {
  return letter.replace("<style>", `<base target="_blank"><style nonce="${nonce}">`);
}

/** Text with its addresses as links. */
function linked(text: string): Markup[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

/** The addresses in a message, in order, each once. */
export function linksOf(text: string): string[] {
  return [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
}

function timeInWords(instant: string): string {
  return `${formatDayTime(instant, "UTC", "en-GB")} UTC`;
}

function document({ title, nonce }: { title: string; nonce: string }, body: Markup): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · Slotkeeper</title>
<style nonce="${nonce}">${trusted(outboxStyle)}</style>
</head>
<body>
<header><h1>${title}</h1><p class="mark">Test mode: e-mail stays here, nothing is sent</p></header>
<main>
${body}
</main>
</body>
</html>
`;
  return page.markup;
}
