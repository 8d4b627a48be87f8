/** @jsxImportSource preact */
import "#ui/booking/styles/booking.css";
import { hydrate, render } from "preact";
import { BookingPage } from "#ui/booking/booking-page.tsx";
import type { PageModel } from "#ui/booking/view-model.ts";
import { keepDraft } from "./draft.ts";
import { startNavigation } from "./navigation.ts";

const root = document.getElementById("booking");
const embedded = document.getElementById("model");

if (root && embedded?.textContent) {
  const model = JSON.parse(embedded.textContent) as PageModel;
  hydrate(<BookingPage model={model} />, root);
  const show = (next: PageModel) => render(<BookingPage model={next} />, root);
  keepDraft(root);
  startNavigation({ root, model, show });
}
