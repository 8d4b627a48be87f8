-- Bookings are counted by when they were made, for plans that allow so many in a month (A2, A6).
-- Locks: no writes to appointment while the index is built, about a second for a million rows. Way back: drop it.

CREATE INDEX "appointment_by_creation_idx" ON "appointment"("tenant_id", "created_at");
