-- Visits that met another one after a change of a zone's rules are marked (C4). Whenever time is freed, they are looked
-- for, so that the mark goes once they have their time to themselves: mostly there are none, which this index knows.
-- Locks: appointment, while the index is built; marked visits are few or none. Way back: drop the index.
CREATE INDEX appointment_marked_idx ON appointment (tenant_id) WHERE conflict IS NOT NULL;
