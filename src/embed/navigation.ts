import type { PageModel } from "#ui/booking/view-model.ts";
import { arrive, stay } from "./arrival.ts";
import { dropDraft, restoreDraft } from "./draft.ts";
import { type Answer, fetchModel, ownZone, withZone } from "./page-model.ts";

type Stage = { root: HTMLElement; model: PageModel; show(model: PageModel): void };

/** An open time page asks again this often, so that a time taken elsewhere goes away (row C5). */
const refreshEveryMs = 10_000;

/**
 * Turns links and forms of the flow into fetches of the same addresses: the page re-renders in place, the
 * address bar, back and forward work as if each were a page, and anything unexpected falls back to the browser.
 */
export function startNavigation(stage: Stage): void {
  let { model } = stage;
  let turn = 0;

  const show = (next: PageModel) => {
    const before = model;
    model = next;
    stage.show(next);
    document.title = next.title;
    document.documentElement.lang = next.locale;
    restoreDraft(stage.root);
    if (next.page === "confirmation") dropDraft();
    if (before.page === next.page) stay(stage.root, before, next);
    else arrive(stage.root, next);
  };

  /** Fetches and shows; `remember` decides what becomes of the address bar. */
  const go = async (address: string, remember: (answer: Answer) => void, init?: RequestInit) => {
    const mine = ++turn;
    const calm = setTimeout(() => stage.root.setAttribute("aria-busy", "true"), 150);
    try {
      const answer = await fetchModel(address, init);
      if (mine !== turn) return;
      if (!answer) {
        if (!init) location.assign(address);
        else throw new TypeError("The answer is no page of the flow");
        return;
      }
      remember(answer);
      show(answer.model);
    } catch (error) {
      if (mine === turn) reportTrouble(stage.root, error, init ? undefined : address);
    } finally {
      clearTimeout(calm);
      if (mine === turn) stage.root.removeAttribute("aria-busy");
    }
  };

  const zoned = (address: string) =>
    withZone(address, {
      own: ownZone(),
      business: model.page === "time" ? model.zone.businessId : undefined,
    });
  const push = (answer: Answer) => history.pushState(null, "", answer.url);
  const replace = (answer: Answer) => history.replaceState(null, "", answer.url);

  document.addEventListener("click", (event) => {
    const link = flowLink(event, model.base);
    if (!link) return;
    event.preventDefault();
    void go(zoned(link.href), push);
  });

  document.addEventListener("submit", (event) => {
    const request = flowForm(event, model.base);
    if (!request) return;
    event.preventDefault();
    if (stage.root.dataset.sending) return;
    stage.root.dataset.sending = "yes";
    const { address, init } = request;
    void go(address, init ? (answer) => answer.moved && push(answer) : push, init).finally(() => {
      delete stage.root.dataset.sending;
    });
  });

  addEventListener("popstate", () => void go(location.href, () => {}));

  const refresh = async () => {
    if (model.page !== "time" || document.hidden || stage.root.dataset.sending) return;
    if (model.taken || model.zone.chooser) return;
    const mine = turn;
    const answer = await fetchModel(location.href).catch(() => null);
    if (answer && mine === turn && answer.model.page === "time") show(answer.model);
  };
  setInterval(refresh, refreshEveryMs);
  document.addEventListener("visibilitychange", refresh);

  restoreDraft(stage.root);
  if (model.page === "confirmation") dropDraft();
  if (model.page === "time" && !model.zone.chosen && location.search) {
    const address = zoned(location.href);
    if (address !== location.href) void go(address, replace);
  }
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
