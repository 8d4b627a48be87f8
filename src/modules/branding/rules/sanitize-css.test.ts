import { parse, walk } from "css-tree";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sanitizeCss } from "./sanitize-css.ts";
import { allowedFunctions, allowedProperties } from "./style-rules.ts";

const scope = "#booking";
const kept = (source: string) => sanitizeCss(source, scope).css;
const why = (source: string) => sanitizeCss(source, scope).dropped.map((drop) => drop.why);

describe("a business's own style sheet", () => {
  it("keeps how things look, under the page's root", () => {
    expect(
      kept(
        ".button-main:hover, h1 > a { color: #fff; Background: linear-gradient(90deg, red, var(--accent)) }",
      ),
    ).toBe(
      "#booking .button-main:hover,#booking h1>a{color:#fff;background:linear-gradient(90deg,red,var(--accent))}",
    );
    expect(
      kept(
        "/* mine */ @media (min-width: 60rem) and (prefers-color-scheme: dark) { .card { border-radius: 0 } }",
      ),
    ).toBe("@media (min-width:60rem) and (prefers-color-scheme:dark){#booking .card{border-radius:0}}");
  });

  it.each([
    ["a picture from elsewhere", "a { background: url(https://evil.example/x.png) }"],
    ["a picture of its own", "a { background: url(data:image/png;base64,AAAA) }"],
    ["an address in quotes", 'a { background: image-set("https://evil.example/x.png" 1x) }'],
    ["an import", '@import "https://evil.example/x.css";'],
    ["a font", '@font-face { font-family: x; src: url("https://evil.example/x.woff2") }'],
    ["an overlay", "div { position: fixed; inset: 0; z-index: 9 }"],
    ["a move over something else", "div { margin-top: -500px }"],
    ["a computed move", "div { margin-left: calc(0px - 100vw) }"],
    ["words of its own", 'div::before { content: "Pay here" }'],
    ["hiding", ".foot { display: none; visibility: hidden; opacity: 0 }"],
    ["old scripts", "a { width: expression(alert(1)); behavior: url(#x); -moz-binding: url(x) }"],
    ["the whole page", ":root { color: red } html:has(a) { color: red } :host { color: red }"],
    ["spying by attribute", 'input[value^="a"] { color: red }'],
    ["a way out of the element", "a { color: red }</style><script>alert(1)</script>"],
    ["names that hide another", "a { c\\6flor: red; back\\67round: blue }"],
    ["layers and scopes", "@layer x { a { color: red } } @scope (body) { a { color: red } }"],
    ["rules inside of rules", "a { & b { color: red } }"],
    ["custom properties", "a { --accent: red }"],
  ])("leaves out %s, and says so", (_what, source) => {
    const { css, dropped } = sanitizeCss(source, scope);
    expect(css).toBe(source.startsWith("a { color: red }<") ? "#booking a{color:red}" : "");
    expect(dropped.length).toBeGreaterThan(0);
  });

  it("says where and why, in words", () => {
    expect(sanitizeCss("a {\n  color: red;\n  position: fixed\n}", scope).dropped).toEqual([
      { line: 3, what: "position:fixed", why: "“position” is not allowed" },
    ]);
    expect(why("a { color: red !important }")).toEqual(["“!important” is left out, the rest is kept"]);
    expect(kept("a { color: red !important }")).toBe("#booking a{color:red}");
  });

  it("does without a sheet that is too long, or too deep to read", () => {
    expect(kept(`a{color:red}${" ".repeat(20_000)}`)).toBe("");
    expect(kept(`a{color:${"(".repeat(19_000)}`)).toBe("");
  });
});

const fragments = fc.constantFrom(
  ...[
    "a",
    ".card",
    "#x",
    "*",
    ":hover",
    "::before",
    "[href]",
    ":has(",
    "&",
    ",",
    ">",
    "{",
    "}",
    ";",
    ":",
    "(",
    ")",
  ],
  ...["color", "background", "position", "content", "margin", "--x", "c\\6flor", "behavior", "src", "width"],
  ...[
    "red",
    "#fff",
    "-1px",
    "url(",
    "url(//e.example)",
    '"',
    "'",
    "\\",
    "</style>",
    "<!--",
    "-->",
    "/*",
    "*/",
  ],
  ...[
    "@import",
    "@media",
    "@font-face",
    "(min-width:1px)",
    "expression(",
    "javascript:",
    "var(--x)",
    "calc(",
    "fixed",
  ],
  ...["!important", "\n", " ", "\u0000", "image-set(", "attr(", "env(", "element(", "@namespace", "@charset"],
);

const sheets = fc.oneof(
  fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join(" ")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .tuple(fragments, fragments, fragments, fragments)
    .map(([one, two, three, four]) => `${one}{${two}:${three}} a{color:${four}} b{${four}:red}`),
);

describe("whatever is typed", () => {
  it("comes out as rules under the root that name, set and load nothing else", () => {
    fc.assert(
      fc.property(sheets, (source) => {
        const { css } = sanitizeCss(source, scope);
        expect(css).not.toMatch(/[<\\"']|url\(|expression|javascript|@(?!media )|(position|content)\s*:/i);
        walk(parse(css), (node) => {
          if (node.type === "Declaration") expect(allowedProperties.has(node.property)).toBe(true);
          if (node.type === "Function") expect(allowedFunctions.has(node.name.toLowerCase())).toBe(true);
          if (node.type === "Selector")
            expect(node.children.first).toMatchObject({ type: "IdSelector", name: "booking" });
          expect(["Url", "String", "Raw", "PseudoElementSelector", "AttributeSelector"]).not.toContain(
            node.type,
          );
        });
        expect(sanitizeCss(css.replaceAll("#booking ", ""), scope).css).toBe(css);
      }),
      { numRuns: 2000 },
    );
  });
});
