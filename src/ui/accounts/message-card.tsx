import type { ReactNode } from "react";

/** A page with one thing to say and, mostly, one thing to do. */
export function MessageCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sk-card">
      <h1>{title}</h1>
      {children}
    </section>
  );
}
