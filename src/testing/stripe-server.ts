import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Form = Record<string, string>;

/** A subscription as Stripe answers it: the fields that are read, times in seconds. */
export type FakeSubscription = {
  id: string;
  object: "subscription";
  customer: string;
  status: string;
  created: number;
  trial_end: number | null;
  cancel_at_period_end: boolean;
  latest_invoice: { id: string; object: "invoice"; created: number };
  items: { object: "list"; data: { id: string; price: { id: string }; current_period_end: number }[] };
};

type Session = { id: string; status: string; url: string; form: Form };
type Answer = { status: number; body: object };

export type StripeServer = {
  /** For STRIPE_API_BASE. */
  baseUrl: string;
  secretKey: string;
  subscriptions: Map<string, FakeSubscription>;
  /** Pays the checkout behind an address, as its page would; the subscription that begins. */
  pay(url: string): FakeSubscription;
  /** Whether the card of everybody is declined. */
  declines: boolean;
  close(): Promise<void>;
};

/** A local Stripe with a memory: what is asked of it by `adapters/stripe`, answered as the real one does. */
export async function startStripeServer(now: () => number): Promise<StripeServer> {
  const secretKey = "sk_test_local";
  const sessions = new Map<string, Session>();
  const subscriptions = new Map<string, FakeSubscription>();
  const answered = new Map<string, { request: string; answer: Answer }>();
  const seconds = () => Math.floor(now() / 1000);
  let ids = 0;
  const nextId = (prefix: string) => `${prefix}_${String(++ids).padStart(6, "0")}`;

  const handlers: [RegExp, (form: Form, id: string) => Answer][] = [
    [/^POST \/v1\/customers$/, () => found({ id: nextId("cus"), object: "customer" })],
    [
      /^POST \/v1\/billing_portal\/sessions$/,
      (form) => found({ url: `https://portal.test/${form.customer}` }),
    ],
    [
      /^GET \/v1\/checkout\/sessions$/,
      ({ customer, status }) =>
        list([...sessions.values()].filter((it) => it.form.customer === customer && it.status === status)),
    ],
    [
      /^POST \/v1\/checkout\/sessions\/(\w+)\/expire$/,
      (_form, id) => {
        const session = sessions.get(id);
        if (session?.status !== "open") return failed(400, "invalid_request_error", "It is not open");
        session.status = "expired";
        return found(session);
      },
    ],
    [
      /^POST \/v1\/checkout\/sessions$/,
      (form) => {
        const id = nextId("cs");
        const session = { id, status: "open", url: `https://checkout.test/${id}`, form };
        sessions.set(id, session);
        return found({ ...session, metadata: { attempt: form["metadata[attempt]"] } });
      },
    ],
    [/^GET \/v1\/subscriptions$/, (form) => listSubscriptions(subscriptions, form)],
    [
      /^GET \/v1\/subscriptions\/(\w+)$/,
      (_form, id) => {
        const subscription = subscriptions.get(id);
        return subscription
          ? found(subscription)
          : failed(404, "invalid_request_error", "No such subscription");
      },
    ],
    [
      /^POST \/v1\/subscriptions\/(\w+)$/,
      (form, id) => {
        const subscription = subscriptions.get(id);
        if (!subscription) return failed(404, "invalid_request_error", "No such subscription");
        if (server.declines && form.payment_behavior === "error_if_incomplete") {
          return failed(402, "card_error", "Your card was declined.");
        }
        const price = form["items[0][price]"];
        const [item] = subscription.items.data;
        if (price && item && form["items[0][id]"] === item.id) item.price = { id: price };
        if (form.cancel_at_period_end)
          subscription.cancel_at_period_end = form.cancel_at_period_end === "true";
        return found(subscription);
      },
    ],
  ];

  const answer = (request: IncomingMessage, text: string): Answer => {
    if (request.headers.authorization !== `Bearer ${secretKey}`)
      return failed(401, "invalid_request_error", "No key");
    const url = new URL(request.url ?? "/", "http://stripe.test");
    const form = Object.fromEntries([...url.searchParams, ...new URLSearchParams(text)]);
    const asked = `${request.method} ${url.pathname}`;
    const handler = handlers.find(([pattern]) => pattern.test(asked));
    if (!handler) return failed(404, "invalid_request_error", `Unknown: ${asked}`);
    const key = String(request.headers["idempotency-key"] ?? "");
    const earlier = request.method === "POST" ? answered.get(key) : undefined;
    if (earlier) {
      return earlier.request === `${asked} ${text}`
        ? earlier.answer
        : failed(400, "idempotency_error", "Other body");
    }
    const given = handler[1](form, handler[0].exec(asked)?.[1] ?? "");
    if (key && given.status < 500) answered.set(key, { request: `${asked} ${text}`, answer: given });
    return given;
  };

  const http = createServer((request, response) => void respond(request, response, answer));
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  const server: StripeServer = {
    baseUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    secretKey,
    subscriptions,
    declines: false,
    pay(address) {
      const session = sessions.get(address.split("/").at(-1) ?? "");
      if (session?.status !== "open") throw new Error("This checkout is not open");
      session.status = "complete";
      const trial = Number(session.form["subscription_data[trial_end]"] ?? 0);
      const price = { id: session.form["line_items[0][price]"] ?? "" };
      const subscription: FakeSubscription = {
        ...{ id: nextId("sub"), object: "subscription", customer: session.form.customer ?? "" },
        ...{ status: trial ? "trialing" : "active", created: seconds(), trial_end: trial || null },
        cancel_at_period_end: false,
        latest_invoice: { id: nextId("in"), object: "invoice", created: seconds() },
        items: {
          object: "list",
          data: [{ id: nextId("si"), price, current_period_end: trial || seconds() + 30 * 86_400 }],
        },
      };
      subscriptions.set(subscription.id, subscription);
      return subscription;
    },
    close: () => new Promise((closed) => http.close(() => closed())),
  };
  return server;
}

/** Newest first, as Stripe lists them; those that have ended only when all are asked for. */
function listSubscriptions(subscriptions: Map<string, FakeSubscription>, form: Form): Answer {
  const wanted = [...subscriptions.values()]
    .filter(
      ({ customer, status }) =>
        (form.customer ?? customer) === customer && (form.status === "all" || status !== "canceled"),
    )
    .reverse();
  const from = form.starting_after ? wanted.findIndex(({ id }) => id === form.starting_after) + 1 : 0;
  const limit = Number(form.limit ?? 10);
  const expands = Object.entries(form).some(
    ([key, value]) => key.startsWith("expand") && value === "data.latest_invoice",
  );
  const data = wanted.slice(from, from + limit);
  const shown = expands ? data : data.map((it) => ({ ...it, latest_invoice: it.latest_invoice.id }));
  return list(shown, wanted.length > from + limit);
}

function found(body: object): Answer {
  return { status: 200, body };
}

function list(data: object[], more = false): Answer {
  return found({ object: "list", data, has_more: more, url: "/v1" });
}

function failed(status: number, type: string, message: string): Answer {
  return { status, body: { error: { type, message } } };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: IncomingMessage, text: string) => Answer,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { status, body } = answer(request, Buffer.concat(chunks).toString());
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
