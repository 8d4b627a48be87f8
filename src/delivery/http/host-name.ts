/** The name without its port, in lower case and without the dot that may end it; null when there is none. */
export function hostName(hostHeader: string | null): string | null {
  const host = hostHeader?.toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");
  return host || null;
}
