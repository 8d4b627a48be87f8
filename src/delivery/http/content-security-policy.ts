export type PolicyOptions = {
  /** Fresh for each response, base64. */
  nonce: string;
  /** Development needs `eval` for React's error overlay and inline styles for hot reloading. */
  development?: boolean;
  /** Origins that a form may lead to besides our own: browsers apply the rule to redirects after a POST too. */
  formTargets?: readonly string[];
};

/** A random nonce: 128 bits, base64. */
export function newNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
}

/** The policy of booking pages (row O): nothing from elsewhere but pictures; embedded in their own site only. */
export function bookingPolicy(options: PolicyOptions): string {
  return policy(options, { "font-src": ["'self'"], "frame-ancestors": ["'self'"] });
}

/**
 * The policy of the installation's own pages. Mantine positions and colours parts through style attributes; those
 * cannot carry a nonce, and cannot run anything.
 */
export function appPolicy(options: PolicyOptions): string {
  return policy(options, {
    "style-src-attr": ["'unsafe-inline'"],
    "font-src": ["'self'", "data:"],
    "frame-ancestors": ["'none'"],
  });
}

function policy(options: PolicyOptions, own: Record<string, readonly string[]>): string {
  const { nonce, development = false, formTargets = [] } = options;
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, ...(development ? ["'unsafe-eval'"] : [])],
    "style-src": development ? ["'self'", "'unsafe-inline'"] : ["'self'", `'nonce-${nonce}'`],
    "img-src": ["'self'", "data:", "https:"],
    "form-action": ["'self'", ...formTargets],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
    ...own,
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
