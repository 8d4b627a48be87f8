/** @jsxImportSource preact */
import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icons.tsx";
import type { ServiceGroup, ServiceRow } from "./view-model.ts";

/** A search field is worth its space only past this many services. */
const searchPast = 12;

/** Services by category; with many of them a search field appears once the page is interactive. */
export function ServiceList({ groups }: { groups: ServiceGroup[] }) {
  const [query, setQuery] = useState("");
  const [interactive, setInteractive] = useState(false);
  useEffect(() => setInteractive(true), []);
  const count = groups.reduce((sum, group) => sum + group.services.length, 0);
  const shown = interactive ? filterGroups(groups, query) : groups;
  return (
    <section class="block" aria-labelledby="services">
      <h2 id="services">Choose a service</h2>
      {interactive && count > searchPast && (
        <label class="search">
          <span class="sr-only">Search services</span>
          <input
            type="search"
            placeholder="Search services"
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
      )}
      {shown.map((group) => (
        <Group key={group.name ?? ""} group={group} />
      ))}
      {count === 0 && <p class="empty">No services can be booked online yet. Please get in touch instead.</p>}
      {count > 0 && shown.length === 0 && (
        <p class="empty" role="status">
          Nothing matches “{query}”.
        </p>
      )}
    </section>
  );
}

/** Groups with the services whose name or description contains every word of the query. */
export function filterGroups(groups: ServiceGroup[], query: string): ServiceGroup[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const matches = (service: ServiceRow, group: ServiceGroup) => {
    const text = `${service.name} ${service.description ?? ""} ${group.name ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return groups
    .map((group) => ({ ...group, services: group.services.filter((service) => matches(service, group)) }))
    .filter((group) => group.services.length > 0);
}

function Group({ group }: { group: ServiceGroup }) {
  return (
    <div class="group">
      {group.name && <h3>{group.name}</h3>}
      <ul class="rows">
        {group.services.map((service) => (
          <li key={service.id}>
            {service.href ? (
              <a class="row" href={service.href}>
                <RowContent service={service} />
                <Icon name="forward" flip />
              </a>
            ) : (
              <div class="row">
                <RowContent service={service} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RowContent({ service }: { service: ServiceRow }) {
  return (
    <>
      {service.imageUrl && (
        <img
          class="row-image"
          src={service.imageUrl}
          alt=""
          width="64"
          height="64"
          loading="lazy"
          decoding="async"
        />
      )}
      <span class="row-text">
        <span class="row-name">{service.name}</span>
        {service.description && <span class="row-description">{service.description}</span>}
      </span>
      <span class="row-facts">
        <span>{service.duration}</span>
        {service.price && <strong>{service.price}</strong>}
      </span>
    </>
  );
}
