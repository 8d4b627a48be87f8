/** One year; subdomains are the businesses' booking pages and share the certificate's fate, but are not ours to bind. */
const strictTransport = "max-age=31536000";

/**
 * What every page says besides its content security policy. `same-origin` keeps manage links and sign-in links, which
 * are secrets, out of the Referer of anything that a page links to.
 */
export function securityHeaders(https: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(self), usb=()",
  };
  if (https) headers["Strict-Transport-Security"] = strictTransport;
  return headers;
}
