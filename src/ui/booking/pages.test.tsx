/** @jsxImportSource preact */
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { DetailsPage } from "./details-page.tsx";
import { clockText, HoldClock } from "./hold-clock.tsx";
import { filterGroups } from "./service-list.tsx";
import type { DetailsModel, ServiceGroup } from "./view-model.ts";

function aDetailsPage(change: Partial<DetailsModel> = {}): DetailsModel {
  return {
    page: "details",
    locale: "en-US",
    direction: "ltr",
    title: "Your details",
    base: "",
    heading: "Your details",
    back: { label: "Change time", href: "/book" },
    summary: { service: "Haircut", duration: "45 min" },
    action: "/book/details",
    hidden: { start: "2026-03-03T14:00:00Z", key: "k" },
    values: { name: "", email: "", phone: "", notes: "" },
    errors: {},
    phoneRequired: false,
    submitLabel: "Book for Tuesday 9:00 AM",
    ...change,
  };
}

const render = (change?: Partial<DetailsModel>) =>
  renderToString(<DetailsPage model={aDetailsPage(change)} />);

describe("the details form", () => {
  it("ties each error to its field and keeps what was typed", () => {
    const html = render({
      values: { name: "", email: "anna@", phone: "", notes: "" },
      errors: { email: "Enter a full e-mail address" },
    });
    const input = html.match(/<input[^>]*name="email"[^>]*>/)?.[0];
    expect(input).toContain('value="anna@"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('aria-describedby="field-email-error field-email-hint"');
    expect(html).toContain('<p class="field-error" id="field-email-error">Enter a full e-mail address</p>');
    expect(html).toContain('href="#field-email"');
  });

  it("offers the nearest times as buttons of the same form once the time is taken, and no other way to book", () => {
    const html = render({
      taken: {
        heading: "Someone just took Tuesday 9:00 AM",
        text: "These are the nearest times:",
        nearest: [{ start: "2026-03-03T14:15:00Z", label: "Tue 9:15 AM" }],
      },
    });
    expect(html).toContain('name="start" value="2026-03-03T14:15:00Z">Book Tue 9:15 AM</button>');
    expect(html).not.toContain("Book for Tuesday");
    expect(html).toContain('role="alert"');
  });

  it("hides the field that only programs fill in from people and screen readers alike", () => {
    expect(render()).toMatch(/<div class="trap" aria-hidden="true">.*tabindex="-1"/);
  });
});

describe("the hold's time", () => {
  const clock = (secondsLeft: number) =>
    renderToString(<HoldClock secondsLeft={secondsLeft} extendAction="/extend" />);

  it("is shown only in its last three minutes, with a way to keep it", () => {
    expect(clock(181)).toBe("");
    expect(clock(180)).toContain("3:00");
    expect(clock(180)).toContain('formaction="/extend"');
  });

  it("says when nothing is kept any more", () => {
    expect(clock(0)).toContain("We stopped keeping this time");
  });

  it("reads as minutes and seconds", () => {
    expect([clockText(125), clockText(60), clockText(9)]).toEqual(["2:05", "1:00", "0:09"]);
  });
});

describe("searching services", () => {
  const groups: ServiceGroup[] = [
    {
      name: "Hair",
      services: [{ id: "1", name: "Haircut", description: "Wash and cut", duration: "45 min" }],
    },
    { name: "Colour", services: [{ id: "2", name: "Balayage", duration: "2 h" }] },
  ];

  it("finds every word in name, description or category, whatever the case", () => {
    expect(filterGroups(groups, "WASH cut").flatMap((group) => group.services)).toHaveLength(1);
    expect(filterGroups(groups, "colour")).toEqual([groups[1]]);
    expect(filterGroups(groups, "colour haircut")).toEqual([]);
    expect(filterGroups(groups, " ")).toEqual(groups);
  });
});
