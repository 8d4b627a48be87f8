/** Markup that is safe to print: made by `html`, which escapes every value put into it. */
export type Markup = { readonly markup: string };

type Value = string | number | Markup | readonly Markup[] | null | undefined | false;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an element's content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A template whose values are escaped, unless they are markup themselves; null, undefined and false print nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Markup {
  const parts = strings.map((text, index) => text + (index < values.length ? print(values[index]) : ""));
  return { markup: parts.join("") };
}

/** Text of ours (a style sheet), printed as it is. Never for anything that someone typed. */
export function trusted(markup: string): Markup {
  return { markup };
}

function print(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map((item: Markup) => item.markup).join("");
  if (typeof value === "object") return (value as Markup).markup;
  return escapeHtml(String(value));
}

/** An address for `href`: anything but http, https, mailto and tel becomes "#". */
export function safeHref(address: string): string {
  return /^(https?:\/\/|mailto:|tel:)/i.test(address) ? address : "#";
}
