/** @jsxImportSource preact */
import { Icon } from "./icons.tsx";
import type { LocationCard } from "./view-model.ts";

/** Address, map and the week's opening hours of one location; today's row is marked in words too. */
export function LocationDetails({ location }: { location: LocationCard }) {
  const heading = `place-${location.id}`;
  return (
    <section class="card" aria-labelledby={heading}>
      <h2 id={heading}>{location.name ?? "Where and when"}</h2>
      <ul class="facts">
        {location.addressLines.length > 0 && (
          <li>
            <Icon name="pin" />
            <address>
              {location.addressLines.map((line) => (
                <span key={line} class="block">
                  {line}
                </span>
              ))}
              {location.mapHref && (
                <a href={location.mapHref} target="_blank" rel="noopener noreferrer">
                  Show on map<span class="sr-only"> (opens in a new tab)</span>
                </a>
              )}
            </address>
          </li>
        )}
        {location.phone && (
          <li>
            <Icon name="phone" />
            <a href={location.phoneHref} dir="ltr">
              {location.phone}
            </a>
          </li>
        )}
      </ul>
      {location.hours.length > 0 && (
        <table class="hours">
          <caption class="sr-only">Opening hours{location.name ? `, ${location.name}` : ""}</caption>
          <tbody>
            {location.hours.map((row) => (
              <tr key={row.day} class={row.today ? "hours-today" : undefined}>
                <th scope="row">
                  {row.day}
                  {row.today && <span class="hours-mark">today</span>}
                </th>
                <td>
                  {row.times.map((interval) => (
                    <span key={interval} class="block">
                      {interval}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {location.zoneNote && <p class="quiet small">{location.zoneNote}</p>}
    </section>
  );
}
