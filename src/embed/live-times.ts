import type { DayModel, LiveTimes, MonthModel, PageModel, TimeModel } from "#ui/booking/view-model.ts";
import { keepPlaces } from "./keep-places.ts";

export type LiveStage = {
  root: HTMLElement;
  model(): PageModel;
  /** Shows the same page with other times. */
  update(model: TimeModel): void;
  /** Asks for the whole page again. */
  reload(): void;
};

/** Without a stream the page asks by itself this often. */
const pollMs = 30_000;
/** A page that nobody looks at lets go of its stream after this time. */
const hiddenMs = 30_000;
/** A time that went stays in its place for so long, and longer while somebody points at the times. */
const placeMs = 3_000;

/**
 * Keeps an open time page right (row C5): the server says at once when a time on it is taken or freed. Where it
 * cannot be reached so, the page asks now and then; a hidden page lets go and catches up when it is shown.
 */
export function followTimes(stage: LiveStage): { onShown(): void } {
  let source: EventSource | undefined;
  let address = "";
  let hiding: Timer;
  let settling: Timer;
  /** What the server said last, while the page still shows something in between. */
  let latest: LiveTimes | undefined;

  const close = () => {
    source?.close();
    source = undefined;
  };

  const connect = () => {
    const model = stage.model();
    if (model.page !== "time") return close();
    if (document.hidden) return;
    if (source && address === model.live.href && source.readyState !== EventSource.CLOSED) return;
    close();
    address = model.live.href;
    source = new EventSource(`${address}&seen=${model.live.seen}`);
    source.addEventListener("times", (event) => hear(JSON.parse(event.data) as Partial<LiveTimes>));
    source.addEventListener("gone", () => stage.reload());
  };

  const hear = (news: Partial<LiveTimes>) => {
    const model = stage.model();
    if (model.page !== "time" || model.live.href !== address) return;
    latest = { month: model.month, day: model.day ?? null, ...latest, ...news };
    stage.update(between(model, latest, isPointedAt(stage.root)));
    clearTimeout(settling);
    settling = setTimeout(settle, placeMs);
  };

  /** Once nobody points at the times any more, the page shows them as they are. */
  const settle = () => {
    const model = stage.model();
    if (model.page !== "time" || !latest) return;
    if (isPointedAt(stage.root) || isOnGone()) {
      settling = setTimeout(settle, placeMs);
      return;
    }
    stage.update(withTimes(model, latest.month, latest.day));
    latest = undefined;
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(close, hiddenMs);
    else connect();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", connect);
  setInterval(() => {
    if (document.hidden || stage.model().page !== "time" || source?.readyState === EventSource.OPEN) return;
    stage.reload();
    connect();
  }, pollMs);

  return {
    onShown() {
      clearTimeout(settling);
      latest = undefined;
      connect();
    },
  };
}

type Timer = ReturnType<typeof setTimeout> | undefined;

/** The page with the new times, the old ones' places kept where it is the same day. */
function between(model: TimeModel, { month, day }: LiveTimes, pointed: boolean): TimeModel {
  const same = model.day && day && model.day.date === day.date;
  return withTimes(model, month, same ? keepPlaces(model.day as DayModel, day, pointed) : day);
}

function withTimes({ day: _, ...model }: TimeModel, month: MonthModel, day: DayModel | null): TimeModel {
  return { ...model, month, ...(day && { day }) };
}

function isPointedAt(root: HTMLElement): boolean {
  return root.querySelector("[data-times]:hover") !== null;
}

/** The keyboard stands on a time that went: it is not taken away under it. */
function isOnGone(): boolean {
  return document.activeElement?.classList.contains("pill-gone") ?? false;
}
