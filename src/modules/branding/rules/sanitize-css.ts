import { type Block, type CssNode, generate, parse, type Rule, type Selector } from "css-tree";
import { allowedProperties } from "./style-rules.ts";
import { refuseMedia, refuseSelector, refuseValue } from "./style-verdicts.ts";

/** The longest style sheet that is read. */
export const longestCss = 20_000;

/** Something that is left out, and why, in words. */
export type DroppedStyle = { line: number; what: string; why: string };

export type SanitizedCss = {
  /** Safe to print into a page, and about nothing outside of `scope`. */
  css: string;
  dropped: DroppedStyle[];
};

/** Where a drop is noted while a sheet is walked. */
type Report = (node: CssNode, why: string) => void;

/**
 * The part of a style sheet that may be shown (A9), with every selector under `scope`. It is written anew from what was
 * understood and allowed; nothing of the text itself is passed on. What is left out is told.
 */
export function sanitizeCss(source: string, scope: string): SanitizedCss {
  const dropped: DroppedStyle[] = [];
  const report: Report = (node, why) => {
    const what = textOf(node).replace(/\s+/g, " ").slice(0, 60);
    dropped.push({ line: node.loc?.start.line ?? 1, what, why });
  };
  if (source.length > longestCss) return nothing(`Use at most ${longestCss} characters`);
  try {
    const sheet = parseAnew(source);
    const css = sheet.type === "StyleSheet" ? rulesOf(sheet.children.toArray(), scope, report) : "";
    // Never true of what was written above: the last line before somebody's page.
    return /[<\\"'@]/.test(css.replaceAll("@media", "")) ? nothing("It could not be read") : { css, dropped };
  } catch {
    return nothing("It could not be read");
  }
}

/**
 * Parses as a parser would that has never parsed before. css-tree keeps its buffers from one text to the next and reads
 * one place beyond what it wrote: what an earlier sheet left there can make it run for ever on this one. A text of as
 * many commas leaves tokens there that open and close nothing.
 */
function parseAnew(source: string): CssNode {
  parse(",".repeat(source.length + 2), { onParseError: () => {} });
  return parse(source, { positions: true, onParseError: () => {} });
}

function nothing(why: string): SanitizedCss {
  return { css: "", dropped: [{ line: 1, what: "the whole style sheet", why }] };
}

function rulesOf(nodes: readonly CssNode[], scope: string, report: Report): string {
  return nodes.map((node) => ruleOf(node, scope, report)).join("");
}

function ruleOf(node: CssNode, scope: string, report: Report): string {
  if (node.type === "Rule") return styleRule(node, scope, report);
  if (node.type === "Atrule" && node.name.toLowerCase() === "media" && node.block) {
    const why = node.prelude ? refuseMedia(node.prelude) : "It asks nothing";
    if (why || !node.prelude) {
      report(node, why ?? "");
      return "";
    }
    const inside = rulesOf(node.block.children.toArray(), scope, report);
    return inside && `@media ${generate(node.prelude)}{${inside}}`;
  }
  if (node.type !== "Comment")
    report(node, node.type === "Atrule" ? "Of @-rules, @media alone is allowed" : unread);
  return "";
}

const unread = "It could not be read";

function styleRule(rule: Rule, scope: string, report: Report): string {
  if (rule.prelude.type !== "SelectorList") {
    report(rule, unread);
    return "";
  }
  const selectors = rule.prelude.children.toArray().filter((selector): selector is Selector => {
    const why = selector.type === "Selector" ? refuseSelector(selector) : unread;
    if (why) report(selector, why);
    return why === null;
  });
  const body = declarationsOf(rule.block, report);
  if (selectors.length === 0 || body === "") return "";
  return `${selectors.map((selector) => `${scope} ${generate(selector)}`).join(",")}{${body}}`;
}

function declarationsOf(block: Block, report: Report): string {
  const kept = block.children.toArray().flatMap((node) => {
    if (node.type === "Comment") return [];
    const why =
      node.type === "Declaration"
        ? refuseDeclaration(node.property, node.value)
        : "Write each rule by itself";
    if (why === null && node.type === "Declaration") {
      if (node.important) report(node, "“!important” is left out, the rest is kept");
      return [`${node.property.toLowerCase()}:${generate(node.value)}`];
    }
    report(node, node.type === "Raw" ? unread : (why ?? unread));
    return [];
  });
  return kept.join(";");
}

function refuseDeclaration(property: string, value: CssNode): string | null {
  const name = property.toLowerCase();
  if (!allowedProperties.has(name)) return `“${property.slice(0, 40)}” is not allowed`;
  return refuseValue(name, value);
}

function textOf(node: CssNode): string {
  try {
    return generate(node);
  } catch {
    return node.type;
  }
}
