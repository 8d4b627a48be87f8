/** One statement of a script, with the line (from 1) on which it begins. */
export type SqlStatement = { text: string; line: number };

/** What can hide a semicolon, each anchored at the place where it begins. */
const hiding = [
  { opens: /--[^\n]*/y },
  { opens: /'(?:[^']|'')*'/y },
  { opens: /"(?:[^"]|"")*"/y },
  { opens: /(\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?\1/y },
];
const escapeString = /[eE]'(?:[^'\\]|''|\\[\s\S])*'/y;
const identifier = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;

/**
 * Splits a script at the semicolons that end statements, as psql does: not those inside strings, quoted names,
 * dollar-quoted bodies or comments. A statement keeps the comments before it. Throws on an unfinished quote.
 * Bodies in `BEGIN ATOMIC … END` are not understood: write them dollar-quoted.
 */
export function splitStatements(script: string): SqlStatement[] {
  const statements: SqlStatement[] = [];
  let start = 0;
  let at = 0;
  const finish = () => {
    const text = script.slice(start, at).trim();
    const code = firstCode(text);
    if (code < text.length) {
      const begins = script.indexOf(text, start) + code;
      statements.push({ text, line: script.slice(0, begins).split("\n").length });
    }
  };
  while (at < script.length) {
    if (script[at] === ";") {
      finish();
      start = ++at;
    } else {
      at = skipToken(script, at);
    }
  }
  finish();
  return statements;
}

/** The end of whatever begins at `at`: a quoted thing, a comment, a word, or one character. */
function skipToken(script: string, at: number): number {
  if (script.startsWith("/*", at)) return skipBlockComment(script, at);
  for (const pattern of [escapeString, identifier, ...hiding.map((kind) => kind.opens)]) {
    pattern.lastIndex = at;
    const found = pattern.exec(script);
    if (found) return at + found[0].length;
  }
  const opened = /['"]|\$\w*\$/y;
  opened.lastIndex = at;
  if (opened.test(script)) {
    throw new Error(`A quote that begins on line ${script.slice(0, at).split("\n").length} does not end`);
  }
  return at + 1;
}

/** Block comments nest in PostgreSQL. */
function skipBlockComment(script: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    if (script.startsWith("/*", at)) depth++;
    else if (script.startsWith("*/", at)) depth--;
    else {
      at++;
      continue;
    }
    at += 2;
  } while (depth > 0 && at < script.length);
  if (depth > 0)
    throw new Error(`A comment that begins on line ${script.slice(0, from).split("\n").length} does not end`);
  return at;
}

/** Where the code begins after white space and comments; the text's length when there is none. */
function firstCode(text: string): number {
  let at = 0;
  for (;;) {
    const space = /\s*/y;
    space.lastIndex = at;
    at += space.exec(text)?.[0].length ?? 0;
    if (text.startsWith("--", at) || text.startsWith("/*", at)) at = skipToken(text, at);
    else return at;
  }
}
