"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { Location } from "#modules/tenants/schema.ts";
import { useMay } from "#ui/dashboard/data/frame-context.tsx";
import { trpc } from "#ui/dashboard/data/trpc.ts";
import { FormSection } from "#ui/dashboard/parts/form-section.tsx";
import { ErrorState } from "#ui/dashboard/parts/states.tsx";
import classes from "./travel.module.css";
import { TravelDrawer } from "./travel-drawer.tsx";
import { waysBetween, wayWords } from "./travel-values.ts";

/** How long people need between the locations. */
export function TravelSection({ locations }: { locations: Location[] }) {
  const mayManage = useMay("business.write");
  const [editing, setEditing] = useState(false);
  const query = trpc.locations.travelTimes.useQuery();
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  const ways = waysBetween(locations, query.data.times);
  const edit = (
    <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
      Change travel times
    </Button>
  );
  return (
    <div className={classes.section}>
      <FormSection
        level={2}
        title="Travel between locations"
        description="Nobody is offered at one location sooner than they can come from another."
        action={mayManage ? edit : null}
      >
        <ul className={classes.ways}>
          {ways.map((way) => (
            <li key={`${way.first.id} ${way.second.id}`} className={classes.way}>
              <span className={classes.places}>
                {way.first.name} – {way.second.name}
              </span>
              <span className={classes.minutes}>{wayWords(way)}</span>
            </li>
          ))}
        </ul>
      </FormSection>
      <TravelDrawer opened={editing} ways={ways} onClose={() => setEditing(false)} />
    </div>
  );
}
