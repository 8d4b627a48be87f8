import { Marked, type Tokens } from "marked";

/** Where files of the repository can be looked at; links to them lead there. */
const repository = "https://github.com/slotkeeper/slotkeeper/blob/main/";

/** Markdown of our own documents as HTML: headings can be linked to, links lead to these pages. */
export function renderDocument(text: string): string {
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text: words }: Tokens.Heading) {
        return `<h${depth} id="${anchorOf(words)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      // Long lines scroll, by keyboard too.
      code({ text: words }: Tokens.Code) {
        return `<pre tabindex="0"><code>${escaped(words)}</code></pre>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        return `<a href="${escaped(addressOf(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image({ href, text: words }: Tokens.Image) {
        return `<img src="${escaped(`/docs/${href}`)}" alt="${escaped(words)}">`;
      },
    },
  });
  return marked.parse(text, { async: false });
}

/** As GitHub makes them: "How it is checked" is `how-it-is-checked`. */
function anchorOf(words: string): string {
  return words
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
}

function addressOf(href: string): string {
  if (/^(https?:|#|\/)/.test(href)) return href;
  const [path = "", anchor] = href.split("#");
  const hash = anchor ? `#${anchor}` : "";
  if (path.startsWith("../")) return repository + path.slice(3) + hash;
  return path.endsWith(".md") ? `/docs/${path.slice(0, -3)}${hash}` : `/docs/${path}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
