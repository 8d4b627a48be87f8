import type { ReactNode } from "react";

/** The frame of the installation's own plain pages: name above, one thing in the middle. */
export function PlainFrame({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="sk-page">
      <header className="sk-header">
        <a className="sk-brand" href="/">
          <Mark />
          Slotkeeper
        </a>
        {aside}
      </header>
      <main className="sk-main">{children}</main>
    </div>
  );
}

function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="7" fill="var(--accent)" />
      <path
        d="M7 9.5h14M7 14h8M7 18.5h14"
        stroke="var(--on-accent)"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <circle cx="20" cy="14" r="2.2" fill="var(--on-accent)" />
    </svg>
  );
}
