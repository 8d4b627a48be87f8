-- An availability question reads claims from the index alone: bookings of one month were written over many, beside those
-- of everybody else, so each claim used to cost a page of the table. Visits of a service are found by their time: they
-- are counted where a service has a limit or is shared out by weight.
-- Locks: writes to occupancy and appointment while the indexes are built (seconds for a million rows).
-- Way back: build the indexes of 20261120090000 again.

CREATE INDEX "occupancy_by_subject_covering_idx" ON "occupancy"("tenant_id", "subject_id", "ends_at", "starts_at")
  INCLUDE ("expires_at", "appointment_id", "hold_id", "location_id");

DROP INDEX "occupancy_by_subject_idx";

ALTER INDEX "occupancy_by_subject_covering_idx" RENAME TO "occupancy_by_subject_idx";

CREATE INDEX "appointment_by_service_start_idx" ON "appointment"("tenant_id", "service_id", "starts_at");

DROP INDEX "appointment_by_service_idx";

ALTER INDEX "appointment_by_service_start_idx" RENAME TO "appointment_by_service_idx";
