import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

/** Flags of what an authenticator says: somebody was there, and showed finger, face or PIN. */
const present = 0x01;
const verified = 0x04;
const hasKey = 0x40;

type Options = { origin: string; rpId: string; verifies?: boolean };

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();

/** A passkey in memory: answers as a browser with an authenticator does (WebAuthn), for tests of the server's side. */
export class SoftAuthenticator {
  readonly id = randomBytes(16).toString("base64url");
  counter = 0;
  private readonly options: Options;
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  constructor(options: Options) {
    this.options = options;
  }

  /** Makes the passkey. */
  register(challenge: string) {
    const credentialId = Buffer.from(this.id, "base64url");
    const length = Buffer.alloc(2);
    length.writeUInt16BE(credentialId.length);
    const key = Buffer.concat([Buffer.alloc(16), length, credentialId, this.publicKey()]);
    const authData = Buffer.concat([this.head(hasKey), key]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ]);
    const attestationObject = Buffer.from(isoCBOR.encode(attestation as never)).toString("base64url");
    const clientDataJSON = this.clientData("webauthn.create", challenge).toString("base64url");
    return this.named({ clientDataJSON, attestationObject, transports: ["internal"] });
  }

  /** Signs in with it. */
  answer(challenge: string) {
    this.counter += 1;
    const authData = this.head(0);
    const clientData = this.clientData("webauthn.get", challenge);
    const signer = createSign("sha256").update(authData).update(sha256(clientData));
    return this.named({
      clientDataJSON: clientData.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: signer.sign(this.keys.privateKey).toString("base64url"),
    });
  }

  private named<Response>(response: Response) {
    const type = "public-key" as const;
    return { id: this.id, rawId: this.id, type, clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.options.origin, crossOrigin: false }));
  }

  private head(more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const flags = present | (this.options.verifies === false ? 0 : verified) | more;
    return Buffer.concat([sha256(this.options.rpId), Buffer.from([flags]), counter]);
  }

  private publicKey(): Uint8Array {
    const { x = "", y = "" } = this.keys.publicKey.export({ format: "jwk" });
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]);
    return isoCBOR.encode(key as never);
  }
}
