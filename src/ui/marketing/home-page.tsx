import type { ReactNode } from "react";

const promises = [
  {
    title: "Never booked twice",
    text: "The database itself refuses a second booking of the same person, room or seat. Whoever comes second is told at once and offered the nearest free times.",
  },
  {
    title: "Right in every time zone",
    text: "Checked against every change of the clocks in every zone. Customers see their own time and yours side by side when they differ.",
  },
  {
    title: "Three clicks and one form",
    text: "On a phone, by keyboard, with a screen reader, and without JavaScript. The page weighs less than one of your photos.",
  },
];

const parts: { title: string; points: string[] }[] = [
  {
    title: "For your customers",
    points: [
      "A page of your own with services, team, hours and free times",
      "Free times that change by themselves while others book",
      "Cancel and reschedule by a link, within the window you set",
      "Classes with seats, visits with several people or a room",
    ],
  },
  {
    title: "For you and your team",
    points: [
      "A calendar with a column for everybody, by mouse or by keyboard",
      "Hours as they are: every second week, overnight, holidays by country, travel between places",
      "“Why is this time not offered?” answered in words, with the rule to change",
      "Roles for owner, admins and staff, and a history of who did what",
    ],
  },
  {
    title: "On your own address",
    points: [
      "Your subdomain at once, your own domain when you like",
      "Or the /book page of the site you already have",
      "Your colours, your logo, your font",
      "Your data, on a server of your choice: the source is open",
    ],
  },
];

/** The home of the installation. `prices` and `demo` are sections of their own. */
export function HomePage({ prices, demo }: { prices: ReactNode; demo: ReactNode }) {
  return (
    <>
      <div className="mk-in mk-hero">
        <div>
          <h1>Your calendar, open for bookings</h1>
          <p className="mk-lead">
            Slotkeeper is the booking page, the calendar and the confirmations for salons, practices, studios
            and consultants. Set up in minutes, and yours to keep.
          </p>
          <div className="mk-actions">
            <a className="mk-button" href="/sign-up">
              Start free
            </a>
            {demo ? (
              <a className="mk-button mk-quiet" href="#demo">
                Try the demo
              </a>
            ) : (
              <a className="mk-button mk-quiet" href="/pricing">
                See the prices
              </a>
            )}
          </div>
        </div>
        <img
          className="mk-shot"
          src="/docs/images/booking.png"
          alt="A business's booking page: a month with its free days, and the free times of one of them"
          width="1200"
          height="800"
        />
      </div>
      <section className="mk-section mk-soft">
        <div className="mk-in">
          <h2>What you can rely on</h2>
          <ul className="mk-cards">
            {promises.map(({ title, text }) => (
              <li key={title} className="mk-card">
                <h3>{title}</h3>
                <p className="mk-muted">{text}</p>
              </li>
            ))}
          </ul>
        </div>
      </section>
      <section className="mk-section">
        <div className="mk-in">
          <h2>Everything that taking appointments needs</h2>
          <div className="mk-cards">
            {parts.map(({ title, points }) => (
              <div key={title}>
                <h3>{title}</h3>
                <ul className="mk-list">
                  {points.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              </div>
            ))}
          </div>
        </div>
      </section>
      {prices}
      {demo}
    </>
  );
}

/** The home of an installation that takes no new businesses: customers come by their business's own address. */
export function TeamHome() {
  return (
    <section className="mk-section">
      <div className="mk-in">
        <h1>Online booking</h1>
        <p className="mk-lead">To book an appointment, use the address that the business gave you.</p>
        <div className="mk-actions">
          <a className="mk-button" href="/dashboard">
            Sign in for your team
          </a>
        </div>
      </div>
    </section>
  );
}
