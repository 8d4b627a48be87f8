/** @jsxImportSource preact */

const paths = {
  check: "M4.5 12.5l5 5 10-11",
  clock: "M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  pin: "M12 21s7-6.1 7-11.5A7 7 0 0 0 5 9.5C5 14.9 12 21 12 21zM14.5 9.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  back: "M15 5l-7 7 7 7",
  forward: "M9 5l7 7-7 7",
  calendar: "M4 9h16M8 3v4M16 3v4M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z",
  person: "M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z",
  people:
    "M2.5 19.5c.7-3.2 3.3-5 6.5-5s5.8 1.8 6.5 5M12 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM15.5 5.2a3 3 0 0 1 0 5.6M18 14.9c1.8.8 3 2.4 3.5 4.6",
  phone:
    "M6 3.5h3l1.5 4-2 1.5a12 12 0 0 0 6.5 6.5l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A17 17 0 0 1 4 5.7a2 2 0 0 1 2-2.2z",
  mail: "M4 6h16v12H4zM4.5 6.5L12 13l7.5-6.5",
  globe:
    "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM3.5 12h17M12 3c2.7 2.6 3.7 5.6 3.7 9s-1 6.4-3.7 9c-2.7-2.6-3.7-5.6-3.7-9s1-6.4 3.7-9z",
  route: "M12 3l9 9-9 9-9-9zM9.5 14v-2.5h5M12.8 9.5l2 2-2 2",
  info: "M12 11v5M12 7.6v.1M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z",
  alert: "M12 9v4M12 16.4v.1M12 3.5l9.5 16.5h-19z",
  close: "M6 6l12 12M18 6L6 18",
} as const;

export type IconName = keyof typeof paths;

/** A line icon of 1em by 1.25; decoration only, so it is hidden from screen readers. */
export function Icon({ name, flip = false }: { name: IconName; flip?: boolean }) {
  return (
    <svg class={flip ? "icon icon-flip" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
