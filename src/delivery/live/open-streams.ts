import type { ServerResponse } from "node:http";
import type { Page } from "./question.ts";

/** Proxies close a connection on which nothing is said for a minute or so. */
const heartbeatMs = 25_000;
/** Open pages behind one address, an office or a school. */
const mostPerAddress = 200;
const mostPerProcess = 20_000;

type OpenStream = { outgoing: ServerResponse; page: Page };

/** The streams of this process, counted by client address and kept from falling asleep. */
export class OpenStreams {
  readonly #streams = new Set<OpenStream>();
  readonly #perAddress = new Map<string, number>();
  #heartbeat: NodeJS.Timeout | undefined;

  /** The status with which one more stream of an address would be refused, or null. `unlimited`: count nobody. */
  whyFull(address: string, unlimited: boolean): number | null {
    if (this.#streams.size >= mostPerProcess) return 503;
    return !unlimited && (this.#perAddress.get(address) ?? 0) >= mostPerAddress ? 429 : null;
  }

  add(stream: OpenStream, address: string): void {
    this.#streams.add(stream);
    this.#perAddress.set(address, (this.#perAddress.get(address) ?? 0) + 1);
    this.#heartbeat ??= setInterval(() => this.#beat(), heartbeatMs).unref();
    stream.outgoing.once("close", () => {
      this.#streams.delete(stream);
      const left = (this.#perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#perAddress.set(address, left);
      else this.#perAddress.delete(address);
    });
  }

  /** Ends every stream: browsers connect to whoever answers next. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const { outgoing } of this.#streams) outgoing.end();
  }

  #beat(): void {
    for (const { page } of this.#streams) page.send(":\n\n");
  }
}
