import { describe, expect, it } from "vitest";
import { type MessageOccasion, messageTable, planMessages } from "./message-table.ts";

const booked: MessageOccasion = {
  eventType: "appointment.booked",
  appointmentId: "a1",
  version: 1,
  from: null,
  status: "confirmed",
  customerEmail: "mia@example.com",
  staffEmail: "ana@example.com",
  formerStaffEmail: null,
  tellCustomer: true,
  byStaffMember: false,
};

function recipients(occasion: Partial<MessageOccasion>): string[] {
  return planMessages({ ...booked, ...occasion }).map((message) => message.recipient);
}

describe("which event leads to which message", () => {
  it("tells customer and staff member of a booking, each under a key of its own", () => {
    expect(planMessages(booked)).toEqual([
      {
        kind: "booked",
        audience: "customer",
        effectKey: "booked:a1:1:customer",
        recipient: "mia@example.com",
      },
      { kind: "booked", audience: "staff", effectKey: "booked:a1:1:staff", recipient: "ana@example.com" },
    ]);
  });

  it("gives every further move a key of its own", () => {
    const keys = [2, 3].map(
      (version) => planMessages({ ...booked, eventType: "appointment.rescheduled", version })[0]?.effectKey,
    );
    expect(keys).toEqual(["rescheduled:a1:2:customer", "rescheduled:a1:3:customer"]);
  });

  it("tells the customer of an approval, and not of a completed visit that is taken back", () => {
    const confirmed = { eventType: "appointment.confirmed", version: 2 };
    expect(
      planMessages({ ...booked, ...confirmed, from: "pending" }).map((message) => message.effectKey),
    ).toEqual(["booked:a1:2:customer"]);
    expect(recipients({ ...confirmed, from: "completed" })).toEqual([]);
  });

  it("tells the staff member who had a visit before that a move gave it to another", () => {
    const moved = { eventType: "appointment.rescheduled", version: 2, formerStaffEmail: "ben@example.com" };
    expect(planMessages({ ...booked, ...moved }).map((message) => message.effectKey)).toEqual([
      "rescheduled:a1:2:customer",
      "rescheduled:a1:2:staff",
      "reassigned:a1:2:staff",
    ]);
    expect(recipients({ ...moved, eventType: "appointment.cancelled" })).not.toContain("ben@example.com");
  });

  it("writes to nobody without an address", () => {
    expect(recipients({ customerEmail: null, staffEmail: null })).toEqual([]);
  });

  it("leaves the customer alone when whoever made the change said so", () => {
    expect(recipients({ tellCustomer: false })).toEqual(["ana@example.com"]);
  });

  it("does not tell a staff member what they did themselves", () => {
    expect(recipients({ byStaffMember: true })).toEqual(["mia@example.com"]);
  });

  it.each(Object.keys(messageTable).filter((type) => type !== "appointment.cancelled"))(
    "does not send %s for an appointment that is cancelled by now",
    (eventType) => {
      expect(recipients({ eventType, status: "cancelled" })).toEqual([]);
    },
  );

  it("tells of the cancellation itself", () => {
    expect(recipients({ eventType: "appointment.cancelled", status: "cancelled" })).toHaveLength(2);
  });

  it.each(["appointment.completed", "appointment.noShow", "service.saved"])(
    "sends nothing for %s",
    (eventType) => {
      expect(recipients({ eventType })).toEqual([]);
    },
  );
});
