import "#ui/accounts/accounts.css";
import { env } from "#env.ts";
import { readFrontPage } from "#modules/accounts/read-front-page.ts";
import { DemoFrontPage, TeamFrontPage } from "#ui/accounts/front-page.tsx";
import { PlainFrame } from "#ui/accounts/plain-frame.tsx";

export default async function FrontPage() {
  const businesses = env.DEMO ? await readFrontPage() : [];
  return (
    <PlainFrame>
      {businesses.length > 0 ? <DemoFrontPage businesses={businesses} /> : <TeamFrontPage />}
    </PlainFrame>
  );
}
