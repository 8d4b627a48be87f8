import { DemoLogins } from "./demo-logins.tsx";

export type FrontPageBusiness = {
  slug: string;
  name: string;
  tagline: string | null;
  ownerEmail: string | null;
};

/** The front page of an installation that is being tried: its businesses, and how to be their owner. */
export function DemoFrontPage({ businesses }: { businesses: readonly FrontPageBusiness[] }) {
  return (
    <div className="sk-wide">
      <h1>Book at a demo business</h1>
      <p className="sk-muted">
        Each has services, staff and appointments. Book as a customer, then look at it as the owner.
      </p>
      <ul className="sk-tiles">
        {businesses.map(({ slug, name, tagline }) => (
          <li key={slug}>
            <a className="sk-tile" href={`/${slug}`}>
              <strong>{name}</strong>
              <span className="sk-muted sk-small">{tagline}</span>
              <span className="sk-go">Book an appointment</span>
            </a>
          </li>
        ))}
      </ul>
      <h2>Sign in as an owner</h2>
      <DemoLogins businesses={businesses} />
      <p className="sk-actions">
        <a className="sk-button" href="/dashboard">
          Open the dashboard
        </a>
        <a className="sk-button sk-quiet" href="/outbox">
          Read the e-mails sent
        </a>
      </p>
    </div>
  );
}

/** The front page of an installation at work: customers come by their business's own address, the team signs in. */
export function TeamFrontPage() {
  return (
    <section className="sk-card">
      <h1>Slotkeeper</h1>
      <p className="sk-muted">
        Online booking. To book an appointment, use the address that the business gave you.
      </p>
      <a className="sk-button sk-full" href="/dashboard">
        Sign in for your team
      </a>
    </section>
  );
}
