import type { ReactNode } from "react";

const pages = [
  { href: "/pricing", label: "Prices" },
  { href: "/compare", label: "Compare" },
  { href: "/docs", label: "Docs" },
] as const;

export type PublicPage = (typeof pages)[number]["href"];

/** The frame of the installation's public pages. `here` marks the page that is open. */
export function SiteFrame({ children, here }: { children: ReactNode; here?: PublicPage }) {
  return (
    <div className="mk">
      <a className="mk-skip" href="#main">
        Skip to content
      </a>
      <header className="mk-top">
        <div className="mk-in">
          <a className="mk-brand" href="/">
            <Mark />
            Slotkeeper
          </a>
          <nav aria-label="Pages">
            <ul className="mk-nav">
              {pages.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} aria-current={href === here ? "page" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
              <li>
                <a href="/sign-in">Sign in</a>
              </li>
            </ul>
          </nav>
          <a className="mk-button mk-slim" href="/sign-up">
            Start free
          </a>
        </div>
      </header>
      <main id="main">{children}</main>
      <footer className="mk-foot">
        <div className="mk-in">
          <span className="mk-muted">Slotkeeper is free software under the AGPL, version 3 or later.</span>
          {pages.map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        </div>
      </footer>
    </div>
  );
}

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="7" fill="var(--mk-accent)" />
      <path
        d="M7 9.5h14M7 14h8M7 18.5h14"
        stroke="var(--mk-on-accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="20" cy="14" r="2.2" fill="var(--mk-on-accent)" />
    </svg>
  );
}
