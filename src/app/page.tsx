import "#ui/accounts/accounts.css";
import "#ui/marketing/marketing.css";
import { env } from "#env.ts";
import { readFrontPage } from "#modules/accounts/read-front-page.ts";
import { readPriceList } from "#modules/plans/read-price-list.ts";
import { DemoSection } from "#ui/marketing/demo-section.tsx";
import { HomePage, TeamHome } from "#ui/marketing/home-page.tsx";
import { priceCardOf } from "#ui/marketing/present-price.ts";
import { PriceSection } from "#ui/marketing/pricing-page.tsx";
import { SiteFrame } from "#ui/marketing/site-frame.tsx";

/** The home of the installation (A11); in a demo also the way to its businesses. */
export default async function FrontPage() {
  const [plans, businesses] = await Promise.all([readPriceList(), env.DEMO ? readFrontPage() : []]);
  const standalone = plans.filter(({ track }) => track === "standalone").map(priceCardOf);
  if (env.SIGN_UP === "closed") {
    return (
      <SiteFrame open={false}>
        <TeamHome />
        {businesses.length > 0 ? <DemoSection businesses={businesses} /> : null}
      </SiteFrame>
    );
  }
  return (
    <SiteFrame open>
      <HomePage
        prices={standalone.length > 0 ? <PriceSection plans={standalone} /> : null}
        demo={businesses.length > 0 ? <DemoSection businesses={businesses} /> : null}
      />
    </SiteFrame>
  );
}
