/** @jsxImportSource preact */
import { Callout } from "./frame.tsx";
import type { TakenModel } from "./frame-model.ts";

/** "Just taken", with the nearest free times as submit buttons of the form around it (row D3). */
export function TakenNotice({
  taken,
  verb,
}: {
  taken: TakenModel /** "Book" where the press is final. */;
  verb: string;
}) {
  return (
    <Callout tone="warn" heading={taken.heading} urgent>
      <p>{taken.text}</p>
      {taken.nearest.length > 0 && (
        <ul class="nearest">
          {taken.nearest.map((time) => (
            <li key={time.start}>
              <button type="submit" class="pill pill-wide" name="start" value={time.start}>
                {verb ? `${verb} ${time.label}` : time.label}
              </button>
            </li>
          ))}
        </ul>
      )}
      {taken.more && (
        <p>
          <a href={taken.more.href}>{taken.more.label}</a>
        </p>
      )}
    </Callout>
  );
}
