import { describe, expect, it } from "vitest";
import { loggedPath } from "./logged-path.ts";
import { createLogger } from "./logger.ts";

function linesOf(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger({ write: (line) => lines.push(line) }, "info"));
  return lines.join("");
}

describe("the log", () => {
  it("writes JSON with time, level and message", () => {
    const line = JSON.parse(linesOf((log) => log.info({ requestId: "r1", status: 200 }, "request")));
    expect(line).toMatchObject({ level: "info", requestId: "r1", status: 200, msg: "request" });
    expect(line.time).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it("keeps personal data and secrets out, wherever they are put", () => {
    const text = linesOf((log) => {
      log.info({ email: "ada@example.com", customer: { name: "Ada" }, job: { phone: "+15550100" } }, "x");
      log.info({ request: { headers: { cookie: "session=secret" }, body: "secret" }, token: "secret" }, "x");
    });
    for (const secret of ["ada@example.com", "Ada", "+15550100", "secret"])
      expect(text).not.toContain(secret);
  });

  it("names a database error by code and constraint, without the values it quotes", () => {
    const error = Object.assign(new Error("Key (email)=(ada@example.com) already exists"), {
      severity: "ERROR",
      code: "23505",
      constraint: "users_email_key",
    });
    const text = linesOf((log) => log.error({ err: error }, "failed"));
    expect(text).not.toContain("ada@example.com");
    expect(JSON.parse(text).err).toMatchObject({ code: "23505", constraint: "users_email_key" });
  });
});

describe("a path in the log", () => {
  it.each([
    ["/harbor/book?service=cut&tz=Europe%2FBerlin", "/harbor/book"],
    ["/manage/9fK2aa81Zz/reschedule", "/manage/:id/reschedule"],
    ["/harbor/booked/9fK2aa81Zz", "/harbor/booked/:id"],
    ["/harbor/manage/9fK2aa81Zz/calendar.ics", "/harbor/manage/:id/calendar.ics"],
    ["/api/booking/v1/harbor/appointments/K7WQ2M9P", "/api/booking/v1/harbor/appointments/:id"],
    ["/api/booking/v1/harbor/appointments", "/api/booking/v1/harbor/appointments"],
    ["/sign-in/link?token=secret", "/sign-in/link"],
  ])("%s stands as %s", (url, expected) => {
    expect(loggedPath(url)).toBe(expected);
  });
});
