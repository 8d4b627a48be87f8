import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { resend } from "#adapters/resend/manifest.ts";
import { sandbox } from "#adapters/sandbox/manifest.ts";
import { smtp } from "#adapters/smtp/manifest.ts";
import { newId } from "#kernel/ids.ts";
import { useDatabase } from "#testing/database.ts";
import { readMime } from "#testing/read-mime.ts";
import { type ResendServer, startResendServer } from "#testing/resend-server.ts";
import { type SmtpServer, startSmtpServer } from "#testing/smtp-server.ts";
import { type Mailer, type MailMessage, MailRefused } from "./ports.ts";
import { readOutbox } from "./read-outbox.ts";

/** What arrived, in the same words for every provider; `identity` tells copies of one message from two messages. */
type Delivered = {
  identity: string;
  from: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  attachments: { filename: string; contentType: string; content: string }[];
};

type Subject = {
  mailer: Mailer;
  delivered(): Promise<Delivered[]>;
  /** Ways in which the provider refuses for good, and ways in which it fails for now. */
  refusals: (() => void)[];
  troubles: (() => void)[];
  close(): Promise<void>;
};

const providers: { name: string; open: () => Promise<Subject> }[] = [
  { name: "sandbox", open: openSandbox },
  { name: "resend", open: openResend },
  { name: "smtp", open: openSmtp },
];

function aMessage(overrides: Partial<MailMessage> = {}): MailMessage {
  return {
    from: '"Café Zürich" <no-reply@example.com>',
    to: `mia-${newId()}@example.com`,
    replyTo: "hello@zuerich.example",
    subject: "You’re booked: Haarschnitt, Tue 3 March",
    html: "<p>Grüße — 14:30</p>",
    text: "Grüße — 14:30\n",
    attachments: [
      {
        filename: "visit.ics",
        contentType: "text/calendar; charset=utf-8; method=PUBLISH",
        content: "BEGIN:ü\r\n",
      },
    ],
    idempotencyKey: `booked:${newId()}:1:customer`,
    ...overrides,
  };
}

describe.each(providers)("the mailer contract: $name", ({ open }) => {
  useDatabase();
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const arrivedAt = async (to: string) => (await subject.delivered()).filter((mail) => mail.to === to);

  it("delivers every part of a message unharmed", async () => {
    const message = aMessage();
    const { providerMessageId } = await subject.mailer.send(message);
    expect(providerMessageId).not.toBe("");
    const [mail] = await arrivedAt(message.to);
    expect(mail).toMatchObject({ subject: message.subject, html: message.html });
    expect(mail?.text.trim()).toBe(message.text.trim());
    expect(mail?.from).toContain("Café Zürich");
    expect(mail?.from).toContain("no-reply@example.com");
    expect(mail?.attachments).toEqual([
      {
        filename: "visit.ics",
        contentType: expect.stringMatching(/^text\/calendar; charset=utf-8; method=PUBLISH/),
        content: "BEGIN:ü\r\n",
      },
    ]);
  });

  it("delivers a message without files or answers elsewhere", async () => {
    const message = aMessage({ attachments: [], replyTo: undefined });
    await subject.mailer.send(message);
    expect(await arrivedAt(message.to)).toMatchObject([{ attachments: [] }]);
  });

  it("makes one message of what is handed over twice under one key", async () => {
    const message = aMessage();
    const first = await subject.mailer.send(message);
    const second = await subject.mailer.send(message);
    expect(second).toEqual(first);
    expect(new Set((await arrivedAt(message.to)).map((mail) => mail.identity)).size).toBe(1);
  });

  it("accepts the same key with another body as done: its links were minted anew", async () => {
    const message = aMessage();
    await subject.mailer.send(message);
    await subject.mailer.send({ ...message, text: "Other links\n" });
    expect(new Set((await arrivedAt(message.to)).map((mail) => mail.identity)).size).toBe(1);
  });

  it("keeps messages of two keys apart", async () => {
    const to = `two-${newId()}@example.com`;
    await subject.mailer.send(aMessage({ to }));
    await subject.mailer.send(aMessage({ to }));
    expect(new Set((await arrivedAt(to)).map((mail) => mail.identity)).size).toBe(2);
  });

  it("refuses for good what can never be delivered", async () => {
    await expect(subject.mailer.send(aMessage({ to: "nobody" }))).rejects.toBeInstanceOf(MailRefused);
    for (const plan of subject.refusals) {
      plan();
      await expect(subject.mailer.send(aMessage())).rejects.toBeInstanceOf(MailRefused);
    }
  });

  it("asks for another attempt when it fails for now, and then delivers", async () => {
    for (const plan of subject.troubles) {
      const message = aMessage();
      plan();
      const failure = await subject.mailer.send(message).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(MailRefused);
      await subject.mailer.send(message);
      expect(await arrivedAt(message.to)).toHaveLength(1);
    }
  });
});

describe("which mailer is configured", () => {
  it("is said by the environment alone", () => {
    expect(resend.isConfigured({})).toBe(false);
    expect(resend.isConfigured({ RESEND_API_KEY: "re_1" })).toBe(true);
    expect(smtp.isConfigured({})).toBe(false);
    expect(smtp.isConfigured({ SMTP_URL: "smtp://localhost" })).toBe(true);
    expect(sandbox.isConfigured({})).toBe(true);
  });
});

async function openSandbox(): Promise<Subject> {
  return {
    mailer: await sandbox.connect({}),
    async delivered() {
      const messages = await readOutbox({});
      return messages.map(({ id, attachments, ...mail }) => ({
        ...mail,
        identity: id,
        attachments: attachments.map((file) => ({
          ...file,
          content: Buffer.from(file.content, "base64").toString("utf8"),
        })),
      }));
    },
    refusals: [],
    troubles: [],
    close: async () => {},
  };
}

async function openResend(): Promise<Subject> {
  const server: ResendServer = await startResendServer();
  return {
    mailer: await resend.connect({ RESEND_API_KEY: server.apiKey, RESEND_BASE_URL: server.baseUrl }),
    async delivered() {
      return server.accepted.map(({ key, request }) => ({
        identity: key,
        from: request.from,
        to: String(request.to),
        subject: request.subject,
        html: request.html,
        text: request.text,
        attachments: (request.attachments ?? []).map((file) => ({
          filename: file.filename,
          contentType: file.content_type,
          content: Buffer.from(file.content, "base64").toString("utf8"),
        })),
      }));
    },
    refusals: [
      () => server.failNext(422, "validation_error"),
      () => server.failNext(400, "invalid_parameter"),
    ],
    troubles: [
      () => server.failNext(429, "rate_limit_exceeded"),
      () => server.failNext(500, "internal_server_error"),
      () => server.failNext(401, "invalid_api_key"),
      () => server.failNext(409, "concurrent_idempotent_requests"),
    ],
    close: () => server.close(),
  };
}

async function openSmtp(): Promise<Subject> {
  const server: SmtpServer = await startSmtpServer();
  return {
    mailer: await smtp.connect({ SMTP_URL: server.url }),
    async delivered() {
      return server.received.map((mail) => deliveredFrom(mail.to.join(), mail.data));
    },
    refusals: [() => server.failNext(550), () => server.failNext(554)],
    troubles: [() => server.failNext(451), () => server.failNext(421)],
    close: () => server.close(),
  };
}

function deliveredFrom(to: string, data: string): Delivered {
  const { headers, parts } = readMime(data);
  const ofType = (type: string) =>
    parts.find(({ headers }) => headers["content-type"]?.startsWith(type) && !isFile(headers))?.content ?? "";
  return {
    identity: headers["message-id"] ?? "",
    from: headers.from ?? "",
    to,
    subject: headers.subject ?? "",
    html: ofType("text/html"),
    text: ofType("text/plain"),
    attachments: parts
      .filter(({ headers }) => isFile(headers))
      .map(({ headers, content }) => ({
        filename: /filename=([^;]+)/.exec(headers["content-disposition"] ?? "")?.[1] ?? "",
        contentType: headers["content-type"] ?? "",
        content,
      })),
  };
}

function isFile(headers: Record<string, string>): boolean {
  return headers["content-disposition"]?.startsWith("attachment") ?? false;
}
