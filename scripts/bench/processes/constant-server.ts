import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerTask } from "../own-process.ts";

/** The floor of HTTP: Node alone, answering the same bytes to everything. Sends its port when it listens. */
answerTask(async ({ body }: { body: string }): Promise<number> => {
  const bytes = Buffer.from(body);
  const headers = { "Content-Type": "application/json; charset=utf-8", "Content-Length": bytes.length };
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, headers).end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  return (server.address() as AddressInfo).port;
});
