/** The outbox's style sheet: the product's sizes and greys, light and dark. */
export const outboxStyle = `
:root { color-scheme: light dark; --bg: #f8f8f9; --surface: #fff; --ink: #1c1c1e; --muted: #5b5b63; --line: #dcdce0;
  --tint: #fdf3d8; --tint-ink: #6b4a00; --focus: #2f6f5e; }
@media (prefers-color-scheme: dark) { :root { --bg: #161618; --surface: #212124; --ink: #f2f2f4; --muted: #b4b4bc;
  --line: #3a3a3f; --tint: #3b3013; --tint-ink: #f7dd9a; --focus: #7fcdb6; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 860px; margin: 0 auto; padding: 0 16px; }
header { padding-top: 24px; }
main { padding-bottom: 40px; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 24px 0 8px; font-size: 16px; }
p { margin: 0 0 16px; }
a { color: inherit; }
a:focus-visible, input:focus-visible, button:focus-visible, iframe:focus-visible, pre:focus-visible
  { outline: 2px solid var(--focus); outline-offset: 2px; }
.mark { display: inline-block; margin: 0 0 16px; padding: 4px 12px; border-radius: 8px; background: var(--tint);
  color: var(--tint-ink); font-size: 14px; }
.muted { color: var(--muted); font-size: 14px; }
.filter { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 0 0 24px; }
.filter label { flex: 1 1 240px; font-size: 14px; }
.filter input { display: block; width: 100%; min-height: 44px; margin-top: 4px; padding: 8px 12px; font: inherit;
  color: inherit; background: var(--surface); border: 1px solid var(--muted); border-radius: 8px; }
.filter button { min-height: 44px; padding: 8px 16px; font: inherit; color: inherit; background: var(--surface);
  border: 1px solid var(--muted); border-radius: 8px; cursor: pointer; }
.list { margin: 0; padding: 0; list-style: none; background: var(--surface); border: 1px solid var(--line);
  border-radius: 12px; overflow: hidden; }
.list li + li { border-top: 1px solid var(--line); }
.list a { display: grid; grid-template-columns: 1fr auto; gap: 0 16px; min-height: 56px; padding: 8px 16px;
  text-decoration: none; }
.list a:hover strong { text-decoration: underline; }
.list a:focus-visible { outline-offset: -2px; border-radius: 12px; }
.list strong { font-weight: 500; overflow-wrap: anywhere; }
.list .to { grid-column: 1; overflow-wrap: anywhere; }
.list time { grid-column: 2; grid-row: 1; font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 0 16px; margin: 0 0 16px; }
.facts dt { color: var(--muted); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: min(80vh, 820px); border: 1px solid var(--line); border-radius: 12px;
  background: #fff; }
pre { margin: 0; padding: 16px; background: var(--surface); border: 1px solid var(--line); border-radius: 12px;
  font: 14px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 520px) { .list a { grid-template-columns: 1fr; } .list time { grid-column: 1; grid-row: auto; } }
`;
