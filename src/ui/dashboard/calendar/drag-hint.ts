/** The reason why a block cannot be dropped here, under the pointer. */
export function dragHint(host: HTMLElement) {
  const bubble = document.createElement("div");
  bubble.className = "sk-drag-hint";
  bubble.hidden = true;
  document.body.append(bubble);
  const follow = (event: PointerEvent) => {
    bubble.style.insetInlineStart = `${event.clientX + 14}px`;
    bubble.style.insetBlockStart = `${event.clientY + 18}px`;
  };
  host.ownerDocument.addEventListener("pointermove", follow);
  return {
    show(reason: string | null) {
      bubble.hidden = reason === null;
      bubble.textContent = reason ?? "";
    },
    remove() {
      host.ownerDocument.removeEventListener("pointermove", follow);
      bubble.remove();
    },
  };
}
