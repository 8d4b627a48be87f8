/** A plan as the price list shows it. */
export type PriceCard = {
  id: string;
  name: string;
  description: string | null;
  /** "$12", or "$0". */
  price: string;
  /** "14 days", when it can be tried. */
  trial: string | null;
  points: string[];
  /** Named in the plan, and not in this version yet. */
  coming: string[];
  /** Where it can be chosen; absent for plans that a website builder sells. */
  href?: string;
};

/** The plans side by side, from the smallest to the largest. */
export function PriceCards({ plans }: { plans: readonly PriceCard[] }) {
  return (
    <ul className="mk-cards">
      {plans.map(({ id, name, description, price, trial, points, coming, href }) => (
        <li key={id} className="mk-card">
          <h3>{name}</h3>
          <p className="mk-price">
            {price} <small>a month</small>
          </p>
          {description && <p className="mk-muted">{description}</p>}
          <ul className="mk-list">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          {coming.length > 0 && <p className="mk-small mk-muted mk-coming">Coming: {coming.join(", ")}.</p>}
          {href && (
            <a className="mk-button mk-slim mk-quiet" href={href}>
              {trial ? `Try for ${trial}` : "Start free"}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
