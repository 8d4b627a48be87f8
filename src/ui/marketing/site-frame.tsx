import type { ReactNode } from "react";

const pages = [
  { href: "/pricing", label: "Prices", sells: true },
  { href: "/compare", label: "Compare", sells: true },
  { href: "/docs", label: "Docs", sells: false },
] as const;

export type PublicPage = (typeof pages)[number]["href"];

type Props = {
  children: ReactNode;
  /** The page that is open. */
  here?: PublicPage;
  /** Whether anybody can sign up: else nothing is sold here. */
  open: boolean;
};

/** The frame of the installation's public pages. */
export function SiteFrame({ children, here, open }: Props) {
  const shown = pages.filter(({ sells }) => open || !sells);
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
              {shown.map(({ href, label }) => (
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
          {open && (
            <a className="mk-button mk-slim" href="/sign-up">
              Start free
            </a>
          )}
        </div>
      </header>
      <main id="main">{children}</main>
      <footer className="mk-foot">
        <div className="mk-in">
          <span className="mk-muted">Slotkeeper is free software under the AGPL, version 3 or later.</span>
          {shown.map(({ href, label }) => (
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
