import { Fragment } from "react";

/** The password of every login of the demo data (prisma/seed/write-logins.ts). */
export const demoPassword = "demo-owner-2026";

export type DemoLogin = { name: string; ownerEmail: string | null };

/** Says how to sign in to each of the demo businesses. */
export function DemoLogins({ businesses }: { businesses: readonly DemoLogin[] }) {
  return (
    <dl className="sk-logins">
      {businesses.map(({ name, ownerEmail }) =>
        ownerEmail ? (
          <Fragment key={ownerEmail}>
            <dt>{name}</dt>
            <dd>
              <code>{ownerEmail}</code>
            </dd>
          </Fragment>
        ) : null,
      )}
      <dt>Password of all</dt>
      <dd>
        <code>{demoPassword}</code>
      </dd>
    </dl>
  );
}
