import { buttonColors } from "./button-colors.ts";
import { html, type Markup, safeHref, trusted } from "./html.ts";

/** One line of facts: "Where" and "12 Orchard Street", with a link when there is one. */
export type Fact = { label: string; lines: string[]; link?: { label: string; href: string } };

/** An e-mail before it is written out: the same content becomes HTML and plain text. */
export type Letter = {
  /** BCP 47, of the words and dates. */
  language: string;
  /** Whose letter it is; printed at the head and the foot. */
  sender: string;
  accentColor: string;
  subject: string;
  /** The first words, which mailboxes show beside the subject. */
  preview: string;
  heading: string;
  paragraphs: string[];
  facts: Fact[];
  /** Shown large, to be read out. */
  code?: string;
  button?: { label: string; href: string };
  /** Sentences after the button. */
  notes: string[];
  /** How to reach the business, one item each. */
  contact: string[];
  /** The last line of the foot: who made it. */
  maker?: string;
};

const ink = "#1c1c1e";
const muted = "#5b5b63";
const line = "#e3e3e6";

// Mail programs that show dark letters use these; the others keep the inline styles.
const darkStyle = trusted(`
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
body,.page{background:#161618!important}.card{background:#212124!important;border-right-color:#3a3a3f!important;border-bottom-color:#3a3a3f!important;border-left-color:#3a3a3f!important}
.ink{color:#f2f2f4!important}.muted{color:#b4b4bc!important}.line{border-color:#3a3a3f!important}
.code{background:#2c2c30!important;color:#f2f2f4!important}}
`);

/** The letter as an HTML document: no tables, no images, no addresses but its own links. */
export function letterHtml(letter: Letter): string {
  const { background } = buttonColors(letter.accentColor);
  const page = html`<!doctype html>
<html lang="${letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${letter.subject}</title>
<style>${darkStyle}</style>
</head>
<body style="margin:0;padding:0;background:#f4f4f6">
<div style="display:none;max-height:0;overflow:hidden">${letter.preview}</div>
<div class="page" style="background:#f4f4f6;padding:24px 12px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5">
<div class="card" role="article" aria-label="${letter.subject}" style="max-width:520px;margin:0 auto;background:#ffffff;border:1px solid ${line};border-top:4px solid ${background};border-radius:12px;padding:28px 24px">
<p class="muted" style="margin:0 0 16px;color:${muted};font-size:14px">${letter.sender}</p>
<h1 class="ink" style="margin:0 0 16px;color:${ink};font-size:24px;line-height:1.25">${letter.heading}</h1>
${letter.paragraphs.map(paragraph)}
${letter.facts.length > 0 && factList(letter.facts)}
${letter.code && codeBox(letter.code)}
${letter.button && button(letter.button, letter.accentColor)}
${letter.notes.map(note)}
</div>
${(letter.contact.length > 0 || letter.maker) && foot(letter)}
</div>
</body>
</html>
`;
  return page.markup;
}

function paragraph(text: string): Markup {
  return html`<p class="ink" style="margin:0 0 16px;color:${ink}">${text}</p>\n`;
}

function note(text: string): Markup {
  return html`<p class="muted" style="margin:16px 0 0;color:${muted};font-size:14px">${text}</p>\n`;
}

function factList(facts: Fact[]): Markup {
  return html`<dl class="line" style="margin:0 0 20px;padding:16px 0 0;border-top:1px solid ${line}">
${facts.map(
  ({
    label,
    lines,
    link,
  }) => html`<dt class="muted" style="margin:0;color:${muted};font-size:14px">${label}</dt>
<dd class="ink" style="margin:0 0 12px;color:${ink}">${lines.map((text, index) => html`${index > 0 && html`<br>`}${text}`)}${
    link &&
    html`<br><a class="ink" href="${safeHref(link.href)}" style="color:${ink};font-size:14px">${link.label}</a>`
  }</dd>
`,
)}</dl>`;
}

function codeBox(code: string): Markup {
  return html`<p class="muted" style="margin:0 0 4px;color:${muted};font-size:14px">Your code</p>
<p class="code" style="margin:0 0 20px;padding:10px 14px;border-radius:8px;background:#f4f4f6;color:${ink};font-size:22px;font-weight:600;letter-spacing:0.12em;font-variant-numeric:tabular-nums">${code}</p>`;
}

function button({ label, href }: { label: string; href: string }, accent: string): Markup {
  const { background, text, border } = buttonColors(accent);
  return html`<p style="margin:0"><a href="${safeHref(href)}" style="display:inline-block;padding:12px 20px;border-radius:8px;border:1px solid ${border};background:${background};color:${text};font-weight:600;text-decoration:none">${label}</a></p>`;
}

function foot({ sender, contact, maker }: Letter): Markup {
  const parts = contact.length > 0 && [sender, ...contact].join(" · ");
  return html`<div class="muted" style="max-width:520px;margin:16px auto 0;padding:0 24px;color:${muted};font-size:13px">${parts}${parts && maker && html`<br>`}${maker}</div>`;
}

/** The letter as plain text, for programs and people who prefer it. */
export function letterText(letter: Letter): string {
  const facts = letter.facts.map(({ label, lines, link }) =>
    [`${label}: ${lines.join("\n  ")}`, link && `  ${link.label}: ${link.href}`].filter(Boolean).join("\n"),
  );
  const blocks = [
    letter.heading,
    ...letter.paragraphs,
    facts.join("\n"),
    letter.code && `Your code: ${letter.code}`,
    letter.button && `${letter.button.label}:\n${letter.button.href}`,
    ...letter.notes,
    footText(letter),
  ];
  return `${blocks.filter(Boolean).join("\n\n")}\n`;
}

function footText({ sender, contact, maker }: Letter): string | false {
  const lines = [...(contact.length > 0 ? [sender, ...contact] : []), ...(maker ? [maker] : [])];
  return lines.length > 0 && `--\n${lines.join("\n")}`;
}
