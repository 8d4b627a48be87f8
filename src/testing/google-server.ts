import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export type GoogleProfile = { sub: string; email: string; email_verified: boolean; name?: string };

/** A local stand-in for Google's sign-in (OpenID Connect): vouches for whatever profile it is told to. */
export class GoogleServer {
  profile: GoogleProfile = { sub: "1", email: "", email_verified: false };
  private server?: Server;
  private keys?: Awaited<ReturnType<typeof generateKeyPair>>;
  private readonly clientId: string;

  constructor(clientId: string) {
    this.clientId = clientId;
  }

  get url(): string {
    const address = this.server?.address() as AddressInfo | undefined;
    return `http://127.0.0.1:${address?.port}`;
  }

  async start(): Promise<void> {
    this.keys = await generateKeyPair("RS256");
    const server = createServer(async (request, response) => {
      const body = await this.answer(new URL(request.url ?? "/", this.url).pathname);
      response.writeHead(body ? 200 : 404, { "content-type": "application/json" });
      response.end(JSON.stringify(body ?? {}));
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private async answer(path: string): Promise<object | null> {
    if (path === "/.well-known/openid-configuration") return this.discovery();
    if (path === "/token") return { access_token: "x", token_type: "Bearer", id_token: await this.idToken() };
    if (path === "/keys" && this.keys) {
      return { keys: [{ ...(await exportJWK(this.keys.publicKey)), kid: "1", alg: "RS256", use: "sig" }] };
    }
    return null;
  }

  private discovery() {
    const { url } = this;
    return {
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  private async idToken(): Promise<string> {
    if (!this.keys) throw new Error("The server was not started");
    const { sub, ...claims } = this.profile;
    return new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(this.url)
      .setAudience(this.clientId)
      .setSubject(sub)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(this.keys.privateKey);
  }
}
