import { bookingPolicy } from "./content-security-policy.ts";

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { padding: 24px; max-width: 34rem; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
p { margin: 0; opacity: 0.8; }`;

/** A small page for what is answered before any page of the product is reached. `title` and `advice` are our words. */
export function plainPage(title: string, advice: string, nonce: string) {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${style}
</style>
</head>
<body><main><h1>${title}</h1><p>${advice}</p></main></body>
</html>
`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": bookingPolicy({ nonce }),
    "Cache-Control": "no-store",
  };
  return { html, headers };
}
