import { createHmac, timingSafeEqual } from "node:crypto";
import { newId } from "#kernel/ids.ts";
import type { ProviderEvent, SignedEvent } from "#modules/billing/ports.ts";

/** Seconds after which a signature is too old. */
const tolerance = 300;

type Event = { id: string; type: string; data: { object: { customer: string } } };

/** An event about a subscription, signed as Stripe signs: `t=<seconds>,v1=<HMAC of "seconds.body">`. */
export function signEvent(
  about: { type: string; id: string; customer: string },
  secret: string,
  now: number,
): SignedEvent {
  const { type, id, customer } = about;
  const created = Math.floor(now / 1000);
  const object = { object: "subscription", id, customer };
  const body = JSON.stringify({ id: `evt_test_${newId()}`, type, created, data: { object } });
  return { body, signature: `t=${created},v1=${sign(created, body, secret)}` };
}

/** Null when it was not signed with `secret`, or too long ago. */
export function readSigned(
  { body, signature, now }: SignedEvent & { now: number },
  secret: string,
): ProviderEvent | null {
  const [, seconds, given = ""] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  if (!seconds || Math.floor(now / 1000) - Number(seconds) > tolerance) return null;
  const right = sign(Number(seconds), body, secret);
  if (!timingSafeEqual(Buffer.from(right), Buffer.from(given))) return null;
  const { id, type, data } = JSON.parse(body) as Event;
  return { id, type, customerId: data.object.customer };
}

function sign(seconds: number, body: string, secret: string): string {
  return createHmac("sha256", secret).update(`${seconds}.${body}`).digest("hex");
}
