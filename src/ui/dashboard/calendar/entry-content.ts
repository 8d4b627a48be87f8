import { drawingOf, type IconName } from "#ui/dashboard/parts/icons.tsx";
import { minutesBetween } from "./business-wall-time.ts";
import type { CalendarColumn, CalendarEntry } from "./calendar-entry.ts";

/** The inside of blocks and column heads, as nodes: text never passes through an HTML parser. */

function element(tag: string, className: string, children: (Node | string)[] = []): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

function icon(name: IconName): SVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "sk-entry-icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", drawingOf(name));
  svg.append(path);
  return svg;
}

function iconsOf(entry: CalendarEntry): SVGElement[] {
  const names: IconName[] = [];
  if (entry.status === "completed") names.push("check");
  if (entry.status === "pending") names.push("clock");
  if (entry.status === "no_show") names.push("minus");
  if (entry.firstVisit) names.push("star");
  if (entry.hasNote) names.push("note");
  return names.map(icon);
}

/** A button with the name in medium, service and time in small: on lines of their own, on one, or beside the name, as the length allows. */
export function appointmentContent(entry: CalendarEntry, timeText: string): Node[] {
  const minutes = minutesBetween(entry.start, entry.end);
  const head = element("span", "sk-entry-name", [element("span", "sk-entry-who", [entry.title ?? ""])]);
  head.append(...iconsOf(entry));
  const words = [entry.detail ?? "", timeText];
  const lines = minutes >= 45 ? words : [words.toReversed().join(" · ")];
  const block = element("button", minutes < 30 ? "sk-entry sk-entry-line" : "sk-entry");
  block.setAttribute("type", "button");
  if (entry.label) block.setAttribute("aria-label", entry.label);
  block.append(head, ...lines.map((line) => element("span", "sk-entry-detail", [line])));
  return [block];
}

export function columnContent(column: CalendarColumn): Node[] {
  const words = element("span", "sk-column-words", [
    element("span", "sk-column-name", [column.name]),
    element("span", "sk-column-hours", [column.hours]),
  ]);
  return [element("span", "sk-column", [portrait(column), words])];
}

function portrait({ photoUrl, name, color }: CalendarColumn): HTMLElement {
  if (photoUrl) {
    const photo = document.createElement("img");
    photo.className = "sk-column-photo";
    photo.src = photoUrl;
    photo.alt = "";
    return photo;
  }
  const initials = element("span", "sk-column-photo", [initialsOf(name)]);
  initials.setAttribute("aria-hidden", "true");
  initials.style.setProperty("--sk-entry-color", color);
  return initials;
}

/** "MC" for Maya Chen: first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}
