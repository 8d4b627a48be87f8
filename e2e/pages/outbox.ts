import { type APIRequestContext, expect } from "@playwright/test";
import { appAddress } from "./booking-site.ts";

type Message = { subject: string; text: string; links: string[] };

/**
 * The newest message to an address whose subject matches; waits until it has been delivered. `unless`: one with such a
 * link is an earlier one.
 */
export async function messageTo(
  request: APIRequestContext,
  email: string,
  subject: RegExp,
  unless: readonly string[] = [],
): Promise<Message> {
  const find = async () => {
    const response = await request.get(appAddress(`/outbox/messages?to=${encodeURIComponent(email)}`));
    const { messages } = (await response.json()) as { messages: Message[] };
    const isNew = ({ links }: Message) => !links.some((link) => unless.includes(link));
    return messages.find((message) => subject.test(message.subject) && isNew(message));
  };
  await expect
    .poll(find, { message: `a message to ${email} about ${subject}`, timeout: 15_000 })
    .toBeTruthy();
  return (await find()) as Message;
}

/** The link in a message by which its appointment is managed. */
export function manageLinkIn(message: Message): string {
  const link = message.links.find((address) => /\/manage\/[\w-]+$/.test(address));
  expect(link, "the message has a manage link").toBeTruthy();
  return link as string;
}
