import type { Site } from "./sites.ts";

/** The site's home page. */
export function homePage(site: Site): string {
  const services = site.services.map(
    ({ slug, name, description, minutes }) =>
      `<li><a href="/book/book?service=${slug}">${escaped(name)}</a> ${minutes} minutes. ${escaped(description)}</li>`,
  );
  return page(
    site.name,
    `<p>${escaped(site.tagline)}</p>
<p><a class="button" href="/book">Book a time</a></p>
<h2>What we do</h2>
<ul>${services.join("")}</ul>
<footer><a href="/owner">For the owner</a></footer>`,
  );
}

/** What a builder shows its signed-in user: here, one button. */
export function ownerPage(site: Site): string {
  return page(
    `Your site: ${site.name}`,
    `<p>You are signed in as ${escaped(site.owner.name)}.</p>
<form method="post" action="/owner/bookings"><button class="button">Manage bookings</button></form>
<p><a href="/">To the site</a></p>`,
  );
}

const style = `
:root { color-scheme: light dark; font: 18px/1.6 Georgia, serif; }
body { max-width: 36rem; margin: 10vh auto; padding: 0 24px; }
h1 { font-size: 40px; line-height: 1.15; margin: 0; }
h2 { font-size: 22px; margin-top: 40px; }
ul { padding-left: 1.1em; }
li { margin: 8px 0; }
.button { display: inline-block; padding: 12px 24px; border: 0; border-radius: 6px; background: #1f5f4a; color: #fff;
  font: inherit; text-decoration: none; cursor: pointer; }
footer { margin-top: 64px; font-size: 16px; }`;

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body><main><h1>${escaped(title)}</h1>${content}</main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
