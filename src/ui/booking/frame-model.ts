/** What every page of the flow has, and the parts that several of them share. */

/** What every page has: the business's header and the document's head. */
export type Frame = {
  /** BCP 47, for `lang`. */
  locale: string;
  direction: "ltr" | "rtl";
  /** Document title; also what a screen reader hears after a change of page. */
  title: string;
  /** Path prefix of the business's pages: "" on its own host, "/<slug>" on the app's. */
  base: string;
  /** Absent where the business is unknown. */
  business?: { name: string; homeHref: string; logoUrl?: string };
  /** Without "Booking by Slotkeeper" at the foot. */
  hidesMaker?: true;
  /** One quiet line at the foot: contact of the business. */
  contact?: Contact;
  /** Privacy and terms of the business; absent where it is unknown. */
  footLinks?: Link[];
};

export type Contact = { phone?: string; phoneHref?: string; email?: string };

/** Label and address of a link or of a button-shaped link. */
export type Link = { label: string; href: string };

/** The left pane, and on a phone the bar at the bottom: what is being booked so far. */
export type Summary = {
  photoUrl?: string;
  service: string;
  duration: string;
  price?: string;
  /** "2 seats" of a class, where it is more than one. */
  seats?: string;
  staff?: string;
  place?: string;
  /** "Tuesday 3 March, 14:30". */
  when?: string;
  /** "08:30 in New York", when the customer's zone shows another time. */
  whenElsewhere?: string;
  /** "Tue 3 March, 14:30" for the bar. */
  whenShort?: string;
};

/** Someone else was quicker. */
export type TakenModel = {
  heading: string;
  text: string;
  /** Nearest free times; each is a submit button named `start`. */
  nearest: { start: string; label: string }[];
  more?: Link;
};
