/** Path segments after which comes something secret or personal: a manage token, a code, a message. */
const secretFollows = new Set(["manage", "booked", "appointments", "outbox"]);

/** Steps of our own that follow those segments and say nothing about a person. */
const plainSegments = /^[a-z-]{1,24}(\.ics)?$/;

/** A request's path as it may stand in the log: no query, and `:id` in place of tokens, codes and ids. */
export function loggedPath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const segments = path.split("/");
  return segments
    .map((segment, index) => {
      const previous = segments[index - 1];
      if (!segment || !previous || !secretFollows.has(previous)) return segment;
      return plainSegments.test(segment) ? segment : ":id";
    })
    .join("/");
}
