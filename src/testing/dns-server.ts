import { createSocket } from "node:dgram";
import { type Answer, decode, encode, type Packet } from "dns-packet";

/** What the server says, by name; a name that is not there does not exist. */
export type DnsRecords = Map<string, { txt?: string[]; cname?: string; a?: string[] }>;

export type DnsServer = {
  /** For DNS_SERVERS. */
  address: string;
  records: DnsRecords;
  close(): Promise<void>;
};

/** A name server on this machine, for tests: answers TXT, CNAME and A from `records`, and nothing else. */
export async function startDnsServer(port = 0): Promise<DnsServer> {
  const records: DnsRecords = new Map();
  const socket = createSocket("udp4");
  socket.on("message", (message, { port: askerPort, address }) => {
    socket.send(encode(answerTo(decode(message), records)), askerPort, address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(port, "127.0.0.1", resolve);
  });
  return {
    address: `127.0.0.1:${socket.address().port}`,
    records,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

function answerTo(query: Packet, records: DnsRecords): Packet {
  const [question] = query.questions ?? [];
  const found = records.get(question?.name.toLowerCase() ?? "");
  const reply = { type: "response", id: query.id, questions: query.questions } as const;
  // 3 is NXDOMAIN: the name does not exist.
  if (!question || !found) return { ...reply, flags: 3 };
  const { name } = question;
  const answers: Answer[] = [];
  if (question.type === "TXT")
    for (const text of found.txt ?? []) answers.push({ type: "TXT", name, data: text });
  if (found.cname && question.type !== "TXT") answers.push({ type: "CNAME", name, data: found.cname });
  if (question.type === "A") for (const data of found.a ?? []) answers.push({ type: "A", name, data });
  return { ...reply, flags: 0, answers };
}
