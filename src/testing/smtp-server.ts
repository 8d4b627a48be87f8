import { type AddressInfo, createServer, type Socket } from "node:net";

/** One e-mail as a mail server received it. */
export type ReceivedMail = { from: string; to: string[]; data: string };

export type SmtpServer = {
  /** For SMTP_URL. */
  url: string;
  received: ReceivedMail[];
  /** The next message is answered with this code instead of being accepted. */
  failNext(code: number): void;
  close(): Promise<void>;
};

/** A mail server reduced to what a client needs (RFC 5321): greeting, envelope, data. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const received: ReceivedMail[] = [];
  const failures: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(socket, received, failures);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    failNext: (code) => void failures.push(code),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function converse(socket: Socket, received: ReceivedMail[], failures: number[]): void {
  let mail: ReceivedMail = { from: "", to: [], data: "" };
  let inData = false;
  let buffered = "";

  const finish = () => {
    const failure = failures.shift();
    if (!failure) received.push(mail);
    socket.write(failure ? `${failure} Planned\r\n` : "250 Accepted\r\n");
    mail = { from: "", to: [], data: "" };
    inData = false;
  };
  const take = (line: string) => {
    if (!inData) {
      const answer = answerTo(line, mail);
      inData = answer.startsWith("354");
      socket.write(`${answer}\r\n`);
    } else if (line === ".") finish();
    else mail.data += `${line.replace(/^\./, "")}\r\n`;
  };

  socket.setEncoding("utf8");
  socket.write("220 test ESMTP\r\n");
  socket.on("data", (chunk: string) => {
    const lines = (buffered + chunk).split("\r\n");
    buffered = lines.pop() ?? "";
    for (const line of lines) take(line);
  });
}

function answerTo(line: string, mail: ReceivedMail): string {
  const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === "MAIL") mail.from = address;
  if (verb === "RCPT") mail.to.push(address);
  if (verb === "DATA") return "354 Go on";
  if (verb === "QUIT") return "221 Bye";
  return "250 OK";
}
