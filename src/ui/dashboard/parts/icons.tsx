import type { ReactNode, SVGProps } from "react";

/** Line drawings on a grid of 24, in the colour of the text around them; decoration beside a word or a label. */
const drawings = {
  calendar: "M4 6.5h16v13H4zM4 10.5h16M8 3.5v4M16 3.5v4",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20a6 6 0 0 1 12 0M16 4.3a3.5 3.5 0 0 1 0 6.4M17.5 14.4A6 6 0 0 1 21 20",
  tag: "M4 4h7l9 9-7 7-9-9zM8 8h.01",
  badge: "M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20a7 7 0 0 1 14 0",
  pin: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  settings:
    "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19 7.5",
  left: "M14.5 5.5L8 12l6.5 6.5",
  right: "M9.5 5.5L16 12l-6.5 6.5",
  down: "M6 9.5l6 6 6-6",
  up: "M6 15l6-6 6 6",
  search: "M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM16 16l4.5 4.5",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2",
  note: "M6 4h12v16H6zM9 9h6M9 13h6",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z",
  sun: "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  warning: "M12 4.5l9 15.5H3zM12 10v4.5M12 17.2h.01",
  info: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5M12 8h.01",
  picture: "M4 5h16v14H4zM4 16l4.5-4.5 4 4 2.5-2.5 5 5M15.5 9.5h.01",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  trash: "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
  external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  fold: "M4 4.5h16v15H4zM9.5 4.5v15",
  user: "M12 12a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20a7 7 0 0 1 14 0",
  out: "M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9",
  phone:
    "M6 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 6 6l1.5-2 4.5 1.5v3a2 2 0 0 1-2 2A16 16 0 0 1 4 5.5a2 2 0 0 1 2-2z",
  mail: "M3.5 6h17v12h-17zM3.5 7l8.5 6 8.5-6",
  star: "M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z",
  room: "M6.5 20.5v-17h11v17M3.5 20.5h17M14 12.5h.01",
  seats:
    "M12 9a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 12 9zM7 20a5 5 0 0 1 10 0M5 12.5a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8zM19 12.5a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8zM2.2 19a3.4 3.4 0 0 1 3-3.3M21.8 19a3.4 3.4 0 0 0-3-3.3",
  shop: "M4 10v10h16V10M3 10l2-6h14l2 6M3 10h18M10 20v-6h4v6",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({
  name,
  size = 18,
  ...rest
}: { name: IconName; size?: number } & SVGProps<SVGSVGElement>): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      {...rest}
    >
      <path d={drawings[name]} strokeWidth={name === "more" || name === "list" ? 2.2 : undefined} />
    </svg>
  );
}

/** The path of a drawing, for markup that is not made by React. */
export function drawingOf(name: IconName): string {
  return drawings[name];
}
