import { get, type IncomingMessage } from "node:http";
import type { Product } from "./product.ts";

/** One event of a stream: what it is called, its data as text, and when it came (milliseconds, monotonic). */
export type StreamEvent = { name: string; data: string; at: number };

/** An open time page, as far as the server knows: a client that reads its stream of events. */
export class OpenPage {
  readonly events: StreamEvent[] = [];
  readonly #path: string;
  readonly #product: Product;
  #stream: IncomingMessage | undefined;
  /** Called after each event. */
  onEvent: () => void = () => {};

  constructor(product: Product, page: { slug: string; query: Record<string, string> }) {
    this.#product = product;
    this.#path = `/${page.slug}/book/live?${new URLSearchParams(page.query)}`;
  }

  /** Connects; resolves when the stream is open, throws when it is refused. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const options = { port: this.#product.port, path: this.#path, headers: { host: "localhost" } };
      get(options, (stream) => {
        if (stream.statusCode !== 200) {
          stream.resume();
          reject(new Error(`${this.#path} answers ${stream.statusCode}`));
          return;
        }
        this.#stream = stream;
        this.#read(stream);
        resolve();
      }).once("error", reject);
    });
  }

  /** Resolves when the server ends the stream. */
  ended(): Promise<void> {
    return new Promise((resolve) => this.#stream?.once("close", () => resolve()));
  }

  close(): void {
    this.#stream?.destroy();
  }

  #read(stream: IncomingMessage): void {
    let text = "";
    stream.on("error", () => {});
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      const blocks = (text + chunk).split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(block) ?? [];
        if (!name || !data) continue;
        this.events.push({ name, data, at: performance.now() });
        this.onEvent();
      }
    });
  }
}
