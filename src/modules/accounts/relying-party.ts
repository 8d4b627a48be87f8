import { isIP } from "node:net";
import { env } from "#env.ts";

/** For whom passkeys are made and used: what APP_URL says, never what a browser sends (row O). */
export function relyingParty(): { name: string; id: string; origin: string } {
  const app = new URL(env.APP_URL);
  return { name: "Slotkeeper", id: app.hostname, origin: app.origin };
}

/** Browsers have passkeys for names over https, and for this machine. */
export function passkeysAvailable(): boolean {
  const { protocol, hostname } = new URL(env.APP_URL);
  const isAddress = isIP(hostname.replaceAll(/[[\]]/g, "")) !== 0;
  return !isAddress && (protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost"));
}

/** The kinds of keys that passkeys may have, as COSE numbers them: EdDSA, ES256, RS256. */
export const keyAlgorithms = [-8, -7, -257];
