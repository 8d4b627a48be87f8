import type { PageModel, TimeModel } from "#ui/booking/view-model.ts";
import { arrive, stay, updateInPlace } from "./arrival.ts";
import { dropDraft, restoreDraft } from "./draft.ts";
import { followTimes } from "./live-times.ts";
import { type Answer, fetchModel, ownZone, withZone } from "./page-model.ts";

/** The page as it is now: where it stands, what it shows and how to show something else. */
type Session = {
  root: HTMLElement;
  model: PageModel;
  show(model: PageModel): void;
  /** Counts what was asked for: an answer that something newer has overtaken is dropped. */
  turn: number;
  /** What follows the page, told of every model that is shown. */
  onShown(): void;
};

type Remember = (answer: Answer) => void;

/** Pages whose form, once it is done, is nothing to come back to. */
const doneWith = new Set<PageModel["page"]>(["details", "move", "cancel"]);

const push: Remember = (answer) => history.pushState(null, "", answer.url);
const replace: Remember = (answer) => history.replaceState(null, "", answer.url);

/**
 * Turns links and forms of the flow into fetches of the same addresses: the page re-renders in place, the
 * address bar, back and forward work as if each were a page, and anything unexpected falls back to the browser.
 */
export function startNavigation(stage: Omit<Session, "turn" | "onShown">): void {
  const session: Session = { ...stage, turn: 0, onShown: () => {} };
  document.addEventListener("click", (event) => onClick(session, event));
  document.addEventListener("submit", (event) => onSubmit(session, event));
  addEventListener("popstate", () => go(session, location.href, (answer) => answer.moved && replace(answer)));
  settle(session);
  const address = zoned(session, location.href);
  const elsewhere = session.model.page === "time" && !session.model.zone.chosen && address !== location.href;
  if (elsewhere) void go(session, address, replace);
  const { onShown } = followTimes({
    root: session.root,
    model: () => session.model,
    update: (model) => updateInPlace(session.root, () => changeTimes(session, model)),
    reload: () => void refresh(session),
  });
  session.onShown = onShown;
  if (!elsewhere) onShown();
}

/** Fetches an address and shows its page; `remember` decides what becomes of the address bar. */
async function go(session: Session, address: string, remember: Remember, init?: RequestInit): Promise<void> {
  session.turn += 1;
  const { root, turn } = session;
  const overtaken = () => session.turn !== turn;
  const patience = setTimeout(() => root.setAttribute("aria-busy", "true"), 150);
  try {
    const answer = await fetchModel(address, init);
    if (overtaken()) return;
    if (answer) {
      remember(answer);
      showNext(session, answer.model);
    } else if (init) throw new TypeError("The answer is no page of the flow");
    else location.assign(address);
  } catch (error) {
    if (!overtaken()) reportTrouble(root, error, init ? undefined : address);
  } finally {
    clearTimeout(patience);
    if (!overtaken()) root.removeAttribute("aria-busy");
  }
}

function showNext(session: Session, next: PageModel): void {
  const before = session.model;
  session.model = next;
  session.show(next);
  document.title = next.title;
  document.documentElement.lang = next.locale;
  settle(session);
  if (before.page === next.page) stay(session.root, before, next);
  else arrive(session.root, next);
  session.onShown();
}

/** Shows the same page with other times; the words for screen readers when the day's have changed. */
function changeTimes(session: Session, next: TimeModel): string | undefined {
  const before = session.model;
  session.model = next;
  session.show(next);
  const words = next.day?.announcement ?? `No times in ${next.month.label}`;
  return before.page === "time" && before.day?.announcement !== next.day?.announcement ? words : undefined;
}

/** What was typed before comes back into the form; once it is booked it is forgotten. */
function settle({ root, model }: Session): void {
  restoreDraft(root);
  if (model.page === "confirmation") dropDraft();
}

function onClick(session: Session, event: MouseEvent): void {
  const link = flowLink(event, session.model.base);
  if (!link) return;
  event.preventDefault();
  void go(session, zoned(session, link.href), push);
}

/** One at a time: a second press while the first is under way does nothing. */
function onSubmit(session: Session, event: SubmitEvent): void {
  const request = flowForm(event, session.model.base);
  if (!request) return;
  event.preventDefault();
  const { root, model } = session;
  if (root.dataset.sending) return;
  root.dataset.sending = "yes";
  const onward = doneWith.has(model.page) ? replace : push;
  const remember: Remember = request.init ? (answer) => answer.moved && onward(answer) : push;
  void go(session, request.address, remember, request.init).finally(() => {
    delete root.dataset.sending;
  });
}

/** Asks for the day on the page again, unless the customer is in the middle of something. */
async function refresh(session: Session): Promise<void> {
  const { model, root, turn } = session;
  if (model.page !== "time" || root.dataset.sending || model.taken || model.zone.chooser) return;
  const answer = await fetchModel(model.live.href.replace("/live?", "?")).catch(() => null);
  if (answer && session.turn === turn) showNext(session, answer.model);
}

function zoned({ model }: Session, address: string): string {
  const business = model.page === "time" ? model.zone.businessId : undefined;
  return withZone(address, { own: ownZone(), business });
}

function inFlow(url: URL, base: string): boolean {
  const path = url.pathname;
  return url.origin === location.origin && (path === base || path.startsWith(`${base}/`));
}

function flowLink(event: MouseEvent, base: string): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
  if (!link || link.target || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  const samePage = url.hash && url.pathname === location.pathname && url.search === location.search;
  return inFlow(url, base) && !samePage ? link : null;
}

type FormRequest = { address: string; init?: RequestInit };

function flowForm(event: SubmitEvent, base: string): FormRequest | null {
  const form = event.target as HTMLFormElement;
  const button = event.submitter as HTMLButtonElement | null;
  const url = new URL(button?.hasAttribute("formaction") ? button.formAction : form.action, location.href);
  if (event.defaultPrevented || !inFlow(url, base)) return null;
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) fields.append(name, String(value));
  if (form.method === "get") {
    url.search = fields.toString();
    return { address: url.href };
  }
  return { address: url.href, init: { method: "POST", body: fields } };
}

/** The connection failed: say so, keep everything as it was, and let the customer press again. */
function reportTrouble(root: HTMLElement, error: unknown, address: string | undefined): void {
  console.warn("The page could not be fetched", error);
  const announcer = document.getElementById("announcer");
  const text = address
    ? "We could not load that. Check your connection and try again."
    : "We could not reach the server. Nothing is lost: check your connection and press the button again.";
  if (announcer) announcer.textContent = text;
  root.querySelector("[data-trouble]")?.remove();
  const note = document.createElement("p");
  note.className = "trouble";
  note.dataset.trouble = "";
  note.textContent = text;
  root.append(note);
  setTimeout(() => note.remove(), 8000);
}
