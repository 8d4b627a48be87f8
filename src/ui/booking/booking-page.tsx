/** @jsxImportSource preact */
import { CancelPage } from "./cancel-page.tsx";
import { ConfirmationPage } from "./confirmation-page.tsx";
import { DetailsPage } from "./details-page.tsx";
import { PageFrame } from "./frame.tsx";
import { LandingPage } from "./landing-page.tsx";
import { ManagePage } from "./manage-page.tsx";
import { MovePage } from "./move-page.tsx";
import { NoticePage } from "./notice-page.tsx";
import { TextPage } from "./text-page.tsx";
import { TimePage } from "./time-page.tsx";
import type { PageModel } from "./view-model.ts";

/** The whole page for a model: the server prints it, the browser hydrates and re-renders it. */
export function BookingPage({ model }: { model: PageModel }) {
  return (
    <PageFrame frame={model} contact={model.page === "landing" ? undefined : model.contact}>
      <Step key={model.page} model={model} />
    </PageFrame>
  );
}

function Step({ model }: { model: PageModel }) {
  switch (model.page) {
    case "landing":
      return <LandingPage model={model} />;
    case "time":
      return <TimePage model={model} />;
    case "details":
      return <DetailsPage model={model} />;
    case "confirmation":
      return <ConfirmationPage model={model} />;
    case "manage":
      return <ManagePage model={model} />;
    case "move":
      return <MovePage model={model} />;
    case "cancel":
      return <CancelPage model={model} />;
    case "text":
      return <TextPage model={model} />;
    case "notice":
      return <NoticePage model={model} />;
  }
}
