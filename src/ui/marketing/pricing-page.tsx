import { type PriceCard, PriceCards } from "./price-cards.tsx";

export type PriceLists = {
  /** Businesses with a page of their own. */
  standalone: readonly PriceCard[];
  /** Sites made with a website builder, which bills them. */
  integrated: readonly PriceCard[];
};

/** The prices on the home page. */
export function PriceSection({ plans }: { plans: readonly PriceCard[] }) {
  return (
    <section className="mk-section mk-soft">
      <div className="mk-in">
        <h2>What it costs</h2>
        <PriceCards plans={plans} />
        <p className="mk-below">
          <a href="/pricing">All prices, and what happens when</a>
        </p>
      </div>
    </section>
  );
}

/** What it costs, and what happens when somebody stops paying. */
export function PricingPage({ standalone, integrated }: PriceLists) {
  return (
    <>
      <section className="mk-section">
        <div className="mk-in">
          <h1>Prices</h1>
          <p className="mk-lead">
            One price a month for the business, not for each seat. No fee on what you earn. Change or cancel
            at any time.
          </p>
          <h2>Your own booking page</h2>
          <PriceCards plans={standalone} />
        </div>
      </section>
      {integrated.length > 0 && (
        <section className="mk-section mk-soft">
          <div className="mk-in">
            <h2>Your site is made with a website builder?</h2>
            <p>
              Then booking is the <code>/book</code> page of that site, and the builder bills you, by these
              plans.
            </p>
            <PriceCards plans={integrated} />
          </div>
        </section>
      )}
      <section className="mk-section">
        <div className="mk-in">
          <h2>Asked often</h2>
          <h3>What happens after the trial?</h3>
          <p>
            Without a payment you are on the free plan. Nothing is deleted, and no card is asked for before.
          </p>
          <h3>What if I have more than a plan allows?</h3>
          <p>
            It stays as it is. You can add nothing above the limit until you are within it, or choose a larger
            plan.
          </p>
          <h3>What if a payment fails?</h3>
          <p>
            You have 14 days to mend it, with reminders. After that no new bookings are taken; those you have
            stay, and so does everything else.
          </p>
          <h3>Can I run it myself?</h3>
          <p>
            Yes. Slotkeeper is free software: one command starts it on your own server, without plans or
            limits. <a href="/docs/deploy">How to deploy it</a>.
          </p>
        </div>
      </section>
    </>
  );
}
