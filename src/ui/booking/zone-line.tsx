/** @jsxImportSource preact */
import { HiddenFields } from "./frame.tsx";
import { Icon } from "./icons.tsx";
import type { ZoneModel } from "./view-model.ts";

/** Says in whose clock the times are, and lets the customer change it (row C4). */
export function ZoneLine({ zone }: { zone: ZoneModel }) {
  if (zone.chooser) return <ZoneChooser zone={zone} chooser={zone.chooser} />;
  return (
    <p class="zone">
      <Icon name="globe" />
      <span>
        {zone.label}
        {zone.difference && ` · ${zone.difference}`}{" "}
        <a href={zone.changeHref} aria-label="Change time zone">
          Change
        </a>
      </span>
    </p>
  );
}

function ZoneChooser({ zone, chooser }: { zone: ZoneModel; chooser: NonNullable<ZoneModel["chooser"]> }) {
  return (
    <form class="zone-form" action={chooser.action} method="get">
      <HiddenFields fields={chooser.hidden} />
      <label for="zone">Show times in</label>
      <select id="zone" name="tz" data-focus>
        {chooser.zones.map((option) => (
          <option key={option.id} value={option.id} selected={option.id === zone.id}>
            {option.label}
          </option>
        ))}
      </select>
      <button type="submit" class="button button-quiet">
        Show
      </button>
      <a href={chooser.cancelHref}>Cancel</a>
    </form>
  );
}
