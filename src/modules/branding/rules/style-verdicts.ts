import { type CssNode, type Selector, walk } from "css-tree";
import { allowedFunctions, allowedMediaFeatures, allowedStates } from "./style-rules.ts";

/** Why a part of a style sheet is left out, in words; null: it stays. */
type Verdict = string | null;

const plainName = /^-{0,2}[a-z_][\w-]*$/i;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const odd = "It has characters that are not allowed";

/** The first objection to any node below `root`, itself included. */
function firstObjection(root: CssNode, objection: (node: CssNode) => Verdict): Verdict {
  let found: Verdict = null;
  walk(root, (node) => {
    found ??= objection(node);
  });
  return found;
}

/** Selectors name elements, classes and ids, related by place, with the states that a pointer or key brings about. */
export function refuseSelector(selector: Selector): Verdict {
  return firstObjection(selector, (node) => {
    switch (node.type) {
      case "Selector":
        return null;
      case "Combinator":
        return /^[ >+~]$/.test(node.name) ? null : odd;
      case "TypeSelector":
        return node.name === "*" || plainName.test(node.name) ? null : odd;
      case "ClassSelector":
      case "IdSelector":
        return plainName.test(node.name) ? null : odd;
      case "PseudoClassSelector":
        return allowedStates.has(node.name) && !node.children
          ? null
          : `“:${node.name.slice(0, 30)}” is not allowed`;
      default:
        return "Only elements, classes and ids can be named";
    }
  });
}

/** Values are words, numbers, colours and gradients: no text in quotes, no address, nothing unread. */
export function refuseValue(property: string, value: CssNode): Verdict {
  const isMargin = property.startsWith("margin");
  return firstObjection(value, (node) => {
    if (isMargin && moves(node)) return "Margins cannot be negative or computed";
    switch (node.type) {
      case "Value":
      case "Parentheses":
      case "WhiteSpace":
        return null;
      case "Identifier":
        return plainName.test(node.name) ? null : odd;
      case "Number":
      case "Percentage":
        return plainNumber.test(node.value) ? null : odd;
      case "Dimension":
        return plainNumber.test(node.value) && /^[a-z]+$/i.test(node.unit) ? null : odd;
      case "Hash":
        return /^[0-9a-f]{3,8}$/i.test(node.value) ? null : odd;
      case "Operator":
        return /^[,/+*-]$/.test(node.value.trim()) ? null : odd;
      case "Function":
        return allowedFunctions.has(node.name.toLowerCase())
          ? null
          : `“${node.name.slice(0, 30)}()” is not allowed`;
      case "Url":
        return "Nothing can be loaded from an address";
      case "String":
        return "Text in quotes is not allowed";
      default:
        return "It could not be read";
    }
  });
}

/** Would lay a thing over another. */
function moves(node: CssNode): boolean {
  if (node.type === "Function") return true;
  return "value" in node && typeof node.value === "string" && node.value.startsWith("-");
}

/** `@media` asks about the screen, its width and what the reader prefers. */
export function refuseMedia(prelude: CssNode): Verdict {
  return firstObjection(prelude, (node) => {
    switch (node.type) {
      case "AtrulePrelude":
      case "MediaQueryList":
      case "Condition":
        return null;
      case "MediaQuery": {
        const words = [node.modifier, node.mediaType].filter((word): word is string => Boolean(word));
        return words.every((word) => /^(not|only|screen|print|all)$/i.test(word)) ? null : odd;
      }
      case "Feature":
        return allowedMediaFeatures.has(node.name.toLowerCase()) ? null : "“@media” cannot ask this";
      case "Identifier":
        return plainName.test(node.name) ? null : odd;
      case "Number":
        return plainNumber.test(node.value) ? null : odd;
      case "Dimension":
        return plainNumber.test(node.value) && /^[a-z]+$/i.test(node.unit) ? null : odd;
      default:
        return "“@media” cannot ask this";
    }
  });
}
