/** What we use of it; it brings no types. */
declare module "autocannon" {
  type Request = { method?: string; path?: string; headers?: Record<string, string>; body?: string };
  type Options = {
    url: string;
    connections: number;
    duration: number;
    requests?: { setupRequest(request: Request): Request }[];
  };
  type Instance = PromiseLike<unknown> & {
    on(
      event: "response",
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): Instance;
  };
  export default function autocannon(options: Options): Instance;
}
