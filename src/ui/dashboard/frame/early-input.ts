/**
 * A page shows its buttons and fields before its script has come and can answer them; on a slow phone that takes
 * seconds. This runs with the first bytes, keeps what is typed and the last thing pressed, and keeps forms without an
 * address of their own from being sent to the page. Links and forms with an address need no script, and go their way.
 */
export const keepEarlyInput = `(function () {
  var kept = { typed: new Map(), pressed: null };
  function press(event) {
    var pressed = event.target.closest("button, input[type=checkbox], input[type=radio]");
    if (!pressed || (pressed.type === "submit" && pressed.form)) return;
    event.preventDefault();
    kept.pressed = pressed;
  }
  function submit(event) {
    if (event.target.hasAttribute("action")) return;
    event.preventDefault();
    kept.pressed = event.submitter;
  }
  function type(event) {
    if (typeof event.target.selectionStart === "number") kept.typed.set(event.target, event.target.value);
  }
  var listeners = { click: press, submit: submit, input: type };
  for (var name in listeners) addEventListener(name, listeners[name], true);
  kept.stop = function () {
    for (var name in listeners) removeEventListener(name, listeners[name], true);
  };
  window.slotkeeperEarlyInput = kept;
})();`;

type Field = HTMLInputElement | HTMLTextAreaElement;

type EarlyInput = { typed: Map<Field, string>; pressed: HTMLElement | null; stop(): void };

/** Does again, now that somebody listens, what `keepEarlyInput` has kept. */
export function repeatEarlyInput(): void {
  const page = window as typeof window & { slotkeeperEarlyInput?: EarlyInput };
  const kept = page.slotkeeperEarlyInput;
  if (!kept) return;
  delete page.slotkeeperEarlyInput;
  kept.stop();
  for (const [field, text] of kept.typed) typeAgain(field, text);
  if (kept.pressed?.isConnected) kept.pressed.click();
}

/** React takes a field's text as known when it finds the field, so it has to see it come from nothing. */
function typeAgain(field: Field, text: string): void {
  field.value = "";
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
