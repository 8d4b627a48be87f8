import { below } from "#delivery/http/lead-on.ts";
import { env } from "#env.ts";

/** The business's front page, as search engines and shared links have it. */
export function homeAddress(canonical: string): string {
  return below(canonical, "/");
}

/** A picture's whole address. Pictures of this server are on its own host, whatever host the page was asked on. */
export function pictureAddress(url: string): string {
  return new URL(url, env.APP_URL).href;
}
