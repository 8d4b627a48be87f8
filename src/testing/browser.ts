/** A browser without scripts: keeps the cookies that it was given, and sends them with each request. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly address = `address-${crypto.randomUUID()}`;

  /** A request to the application's own host, as the proxy passes it on; a form when there are fields. */
  request(path: string, fields?: Record<string, string>): Request {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = {
      host: "localhost:3000",
      "x-client-address": this.address,
      "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0",
      cookie,
    };
    const body = fields && new URLSearchParams(fields);
    return new Request(`http://localhost:3000${path}`, { method: body ? "POST" : "GET", headers, body });
  }

  /** Takes the cookies of an answer; returns where it leads. */
  take(response: Response): string | null {
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ""] = cookie.split(";");
      const [name = "", ...value] = pair.split("=");
      if (/Max-Age=0(;|$)/.test(cookie) || value.join("=") === "") this.cookies.delete(name);
      else this.cookies.set(name, value.join("="));
    }
    return response.headers.get("location");
  }
}
