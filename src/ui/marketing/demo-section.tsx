import { type DemoLogin, DemoLogins } from "#ui/accounts/demo-logins.tsx";

export type DemoTile = DemoLogin & { slug: string; tagline: string | null };

/** The businesses of an installation that is being tried, and how to be their owner. */
export function DemoSection({ businesses }: { businesses: readonly DemoTile[] }) {
  return (
    <section className="mk-section" id="demo">
      <div className="mk-in">
        <h2>Book at a demo business</h2>
        <p>Each has services, staff and appointments. Book as a customer, then look at it as the owner.</p>
        <ul className="mk-cards">
          {businesses.map(({ slug, name, tagline }) => (
            <li key={slug}>
              <a className="mk-card" href={`/${slug}`}>
                <strong>{name}</strong>
                <span className="mk-muted mk-small">{tagline}</span>
              </a>
            </li>
          ))}
        </ul>
        <h3 className="mk-demo-title">Sign in as an owner</h3>
        <DemoLogins businesses={businesses} />
        <div className="mk-actions">
          <a className="mk-button" href="/dashboard">
            Open the dashboard
          </a>
          <a className="mk-button mk-quiet" href="/outbox">
            Read the e-mails sent
          </a>
        </div>
      </div>
    </section>
  );
}
