-- Schedules as they are in life (every second week, monthly, for a time of the year, by priority), public holidays,
-- travel between locations, rooms and equipment, classes with seats, limits per day and week.
-- Locks: the altered tables, for an instant; occupancy is read once to fill in its locations.
-- Way back: drop what is added, restore claim_time and claim_first_free of 20261120090100.

-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "conflict" TEXT,
ADD COLUMN     "seats" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "session_id" UUID;

-- AlterTable
ALTER TABLE "availability_rule" ADD COLUMN     "anchor_date" DATE,
ADD COLUMN     "every_weeks" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "nth_of_month" SMALLINT,
ADD COLUMN     "priority" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "resource_id" UUID;

-- AlterTable
ALTER TABLE "hold" ADD COLUMN     "seats" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "session_id" UUID;

-- AlterTable
ALTER TABLE "occupancy" ADD COLUMN     "location_id" UUID,
ADD COLUMN     "session_id" UUID;

-- AlterTable
ALTER TABLE "service" ADD COLUMN     "assignment" TEXT NOT NULL DEFAULT 'load',
ADD COLUMN     "capacity" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'individual',
ADD COLUMN     "max_per_day" INTEGER,
ADD COLUMN     "max_per_week" INTEGER,
ADD COLUMN     "staff_needed" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "start_grid" TEXT NOT NULL DEFAULT 'hours';

-- AlterTable
ALTER TABLE "staff" ADD COLUMN     "max_per_day" INTEGER,
ADD COLUMN     "max_per_week" INTEGER;

-- AlterTable
ALTER TABLE "staff_service" ADD COLUMN     "weight" SMALLINT NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "holiday_calendar" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID,
    "country" TEXT NOT NULL,
    "region" TEXT,
    "worked" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holiday_calendar_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "travel_time" (
    "tenant_id" UUID NOT NULL,
    "from_location_id" UUID NOT NULL,
    "to_location_id" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "travel_time_pkey" PRIMARY KEY ("tenant_id","from_location_id","to_location_id")
);

-- CreateTable
CREATE TABLE "class_schedule" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "every_weeks" SMALLINT NOT NULL DEFAULT 1,
    "date_from" DATE NOT NULL,
    "date_to" DATE,
    "capacity" INTEGER,
    "generated_until" DATE,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_schedule_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "class_session" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "schedule_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "wall_start" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_session_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "resource" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "location_id" UUID,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'room',
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resource_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "resource_unit" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "number" SMALLINT NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "resource_unit_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "service_resource" (
    "tenant_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "requirement" SMALLINT NOT NULL DEFAULT 1,

    CONSTRAINT "service_resource_pkey" PRIMARY KEY ("tenant_id","service_id","resource_id")
);

-- CreateTable
CREATE TABLE "platform_fact" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_fact_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "travel_time_by_to_idx" ON "travel_time"("tenant_id", "to_location_id");

-- CreateIndex
CREATE INDEX "class_schedule_by_service_idx" ON "class_schedule"("tenant_id", "service_id");

-- CreateIndex
CREATE INDEX "class_schedule_by_staff_idx" ON "class_schedule"("tenant_id", "staff_id");

-- CreateIndex
CREATE INDEX "class_schedule_by_location_idx" ON "class_schedule"("tenant_id", "location_id");

-- CreateIndex
CREATE INDEX "class_session_by_service_idx" ON "class_session"("tenant_id", "service_id", "starts_at");

-- CreateIndex
CREATE INDEX "class_session_by_staff_idx" ON "class_session"("tenant_id", "staff_id", "starts_at");

-- CreateIndex
CREATE INDEX "class_session_by_location_idx" ON "class_session"("tenant_id", "location_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_session_schedule_key" ON "class_session"("tenant_id", "schedule_id", "wall_start");

-- CreateIndex
CREATE INDEX "resource_by_location_idx" ON "resource"("tenant_id", "location_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_unit_number_key" ON "resource_unit"("tenant_id", "resource_id", "number");

-- CreateIndex
CREATE INDEX "service_resource_by_resource_idx" ON "service_resource"("tenant_id", "resource_id");

-- CreateIndex
CREATE INDEX "appointment_by_session_idx" ON "appointment"("tenant_id", "session_id");

-- CreateIndex
CREATE INDEX "availability_rule_by_resource_idx" ON "availability_rule"("tenant_id", "resource_id");

-- CreateIndex
CREATE INDEX "hold_by_session_idx" ON "hold"("tenant_id", "session_id");

-- CreateIndex
CREATE INDEX "occupancy_by_session_idx" ON "occupancy"("tenant_id", "session_id");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_session_fk" FOREIGN KEY ("tenant_id", "session_id") REFERENCES "class_session"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "availability_rule" ADD CONSTRAINT "availability_rule_resource_fk" FOREIGN KEY ("tenant_id", "resource_id") REFERENCES "resource"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "occupancy" ADD CONSTRAINT "occupancy_session_fk" FOREIGN KEY ("tenant_id", "session_id") REFERENCES "class_session"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_session_fk" FOREIGN KEY ("tenant_id", "session_id") REFERENCES "class_session"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "holiday_calendar" ADD CONSTRAINT "holiday_calendar_location_fk" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "travel_time" ADD CONSTRAINT "travel_time_from_fk" FOREIGN KEY ("tenant_id", "from_location_id") REFERENCES "location"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "travel_time" ADD CONSTRAINT "travel_time_to_fk" FOREIGN KEY ("tenant_id", "to_location_id") REFERENCES "location"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_schedule" ADD CONSTRAINT "class_schedule_service_fk" FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_schedule" ADD CONSTRAINT "class_schedule_staff_fk" FOREIGN KEY ("tenant_id", "staff_id") REFERENCES "staff"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_schedule" ADD CONSTRAINT "class_schedule_location_fk" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_session" ADD CONSTRAINT "class_session_service_fk" FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_session" ADD CONSTRAINT "class_session_staff_fk" FOREIGN KEY ("tenant_id", "staff_id") REFERENCES "staff"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_session" ADD CONSTRAINT "class_session_location_fk" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "class_session" ADD CONSTRAINT "class_session_schedule_fk" FOREIGN KEY ("tenant_id", "schedule_id") REFERENCES "class_schedule"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_location_fk" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "resource_unit" ADD CONSTRAINT "resource_unit_resource_fk" FOREIGN KEY ("tenant_id", "resource_id") REFERENCES "resource"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "service_resource" ADD CONSTRAINT "service_resource_service_fk" FOREIGN KEY ("tenant_id", "service_id") REFERENCES "service"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "service_resource" ADD CONSTRAINT "service_resource_resource_fk" FOREIGN KEY ("tenant_id", "resource_id") REFERENCES "resource"("tenant_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- A business has one calendar of its own, and each location at most one.
CREATE UNIQUE INDEX "holiday_calendar_scope_key" ON "holiday_calendar"("tenant_id", "location_id") NULLS NOT DISTINCT;

-- ── Row-level security and rights ───────────────────────────────────────────────────────────────────────────────────

ALTER TABLE holiday_calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE holiday_calendar FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON holiday_calendar USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE travel_time ENABLE ROW LEVEL SECURITY;
ALTER TABLE travel_time FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON travel_time USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE resource ENABLE ROW LEVEL SECURITY;
ALTER TABLE resource FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON resource USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE resource_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE resource_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON resource_unit USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE service_resource ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_resource FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON service_resource USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE class_schedule ENABLE ROW LEVEL SECURITY;
ALTER TABLE class_schedule FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON class_schedule USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE class_session ENABLE ROW LEVEL SECURITY;
ALTER TABLE class_session FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON class_session USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON
  holiday_calendar, travel_time, resource, resource_unit, service_resource, class_schedule, class_session
  TO slotkeeper_app;
GRANT SELECT, INSERT, UPDATE ON platform_fact TO slotkeeper_app;

-- ── Values within their bounds ──────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE availability_rule
  DROP CONSTRAINT availability_rule_kind_ck,
  DROP CONSTRAINT availability_rule_shape_ck;

ALTER TABLE availability_rule
  ADD CONSTRAINT availability_rule_kind_ck CHECK (kind IN ('weekly', 'monthly', 'override', 'time_off')),
  ADD CONSTRAINT availability_rule_shape_ck CHECK (
    CASE kind
      WHEN 'weekly' THEN weekday BETWEEN 1 AND 7 AND nth_of_month IS NULL AND (every_weeks = 1) = (anchor_date IS NULL)
      WHEN 'monthly' THEN weekday BETWEEN 1 AND 7 AND nth_of_month IN (-1, 1, 2, 3, 4, 5) AND every_weeks = 1 AND anchor_date IS NULL
      ELSE weekday IS NULL AND date_from IS NOT NULL AND date_to IS NOT NULL AND nth_of_month IS NULL
        AND every_weeks = 1 AND anchor_date IS NULL
    END),
  ADD CONSTRAINT availability_rule_bounds_ck CHECK (every_weeks BETWEEN 1 AND 8 AND priority BETWEEN -100 AND 100);

ALTER TABLE holiday_calendar ADD CONSTRAINT holiday_calendar_country_ck CHECK (country ~ '^[A-Z]{2}$');
ALTER TABLE travel_time ADD CONSTRAINT travel_time_bounds_ck CHECK (
  minutes BETWEEN 0 AND 720 AND from_location_id <> to_location_id);

ALTER TABLE resource ADD CONSTRAINT resource_kind_ck CHECK (kind IN ('room', 'chair', 'equipment', 'other'));
ALTER TABLE resource_unit ADD CONSTRAINT resource_unit_number_ck CHECK (number BETWEEN 1 AND 200);
ALTER TABLE service_resource ADD CONSTRAINT service_resource_requirement_ck CHECK (requirement BETWEEN 1 AND 10);

ALTER TABLE service
  ADD CONSTRAINT service_start_grid_ck CHECK (start_grid IN ('hours', 'clock')),
  ADD CONSTRAINT service_kind_ck CHECK (kind IN ('individual', 'class')),
  ADD CONSTRAINT service_assignment_ck CHECK (assignment IN ('order', 'load', 'weight')),
  ADD CONSTRAINT service_numbers_ck CHECK (
    capacity BETWEEN 1 AND 1000 AND staff_needed BETWEEN 1 AND 10 AND max_per_day >= 1 AND max_per_week >= 1);
ALTER TABLE staff ADD CONSTRAINT staff_numbers_ck CHECK (max_per_day >= 1 AND max_per_week >= 1);
ALTER TABLE staff_service ADD CONSTRAINT staff_service_weight_ck CHECK (weight BETWEEN 1 AND 100);

ALTER TABLE class_schedule ADD CONSTRAINT class_schedule_bounds_ck CHECK (
  weekday BETWEEN 1 AND 7 AND start_minute BETWEEN 0 AND 1439 AND every_weeks BETWEEN 1 AND 8
  AND date_to >= date_from AND capacity BETWEEN 1 AND 1000);
-- The last guard against selling a seat twice; `lock_seats` keeps anybody from meeting it.
ALTER TABLE class_session ADD CONSTRAINT class_session_seats_ck CHECK (
  ends_at > starts_at AND capacity BETWEEN 1 AND 1000 AND seats_taken BETWEEN 0 AND capacity);
ALTER TABLE appointment ADD CONSTRAINT appointment_seats_ck CHECK (seats BETWEEN 1 AND 100);
ALTER TABLE hold ADD CONSTRAINT hold_seats_ck CHECK (seats BETWEEN 1 AND 100);

-- ── Claims on several subjects at once, and where they are ──────────────────────────────────────────────────────────

UPDATE occupancy o SET location_id = a.location_id FROM appointment a
WHERE a.tenant_id = o.tenant_id AND a.id = o.appointment_id;

UPDATE occupancy o SET location_id = h.location_id FROM hold h
WHERE h.tenant_id = o.tenant_id AND h.id = o.hold_id;

ALTER TABLE occupancy
  DROP CONSTRAINT occupancy_kind_ck,
  DROP CONSTRAINT occupancy_owner_ck;

ALTER TABLE occupancy
  ADD CONSTRAINT occupancy_kind_ck CHECK (kind IN ('appointment', 'session', 'hold', 'block')),
  ADD CONSTRAINT occupancy_owner_ck CHECK (
    (kind = 'appointment') = (appointment_id IS NOT NULL)
    AND (kind = 'session') = (session_id IS NOT NULL)
    AND (kind = 'hold') = (hold_id IS NOT NULL)
    AND (kind = 'hold') = (expires_at IS NOT NULL));

ALTER TABLE occupancy ALTER CONSTRAINT occupancy_session_fk DEFERRABLE INITIALLY DEFERRED;

DROP FUNCTION claim_first_free(uuid, text, uuid, timestamptz, uuid[], timestamptz, timestamptz);
DROP FUNCTION claim_time(uuid, text, uuid, timestamptz, uuid[], timestamptz[], timestamptz[]);

-- The only writer of claims: the same time of every subject, all or none (true when all are won). One by one, sorted by
-- subject, reading the row count each time: unsorted claims deadlock, and INSERT … SELECT would report rows selected.
-- When some are won and one is not, those won are given back as if never written, so that nobody waits for them.
CREATE FUNCTION claim_time(
  p_tenant uuid, p_kind text, p_owner uuid, p_expires_at timestamptz, p_location uuid,
  p_subjects uuid[], p_start timestamptz, p_end timestamptz
) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  subject uuid;
  inserted int;
  won int := 0;
BEGIN
  FOR subject IN SELECT s FROM unnest(p_subjects) AS s ORDER BY s LOOP
    DELETE FROM occupancy o
    WHERE o.tenant_id = p_tenant AND o.subject_id = subject AND o.kind = 'hold'
      AND o.expires_at <= clock_timestamp()
      AND o.starts_at < p_end AND o.ends_at > p_start;

    INSERT INTO occupancy (tenant_id, id, subject_id, location_id, starts_at, ends_at, kind, appointment_id, session_id,
      hold_id, expires_at)
    VALUES (p_tenant, gen_random_uuid(), subject, p_location, p_start, p_end, p_kind,
      CASE WHEN p_kind = 'appointment' THEN p_owner END, CASE WHEN p_kind = 'session' THEN p_owner END,
      CASE WHEN p_kind = 'hold' THEN p_owner END, p_expires_at)
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS inserted = ROW_COUNT;

    IF inserted = 0 THEN
      IF won > 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'SK001', MESSAGE = 'Not all of the time could be claimed';
      END IF;
      RETURN false;
    END IF;
    won := won + 1;
  END LOOP;
  RETURN true;
END
$$;

-- "First available": the position (from 1) of the first set of subjects whose time could be claimed, or null when none.
-- A set is who and what a visit takes together: staff members and units of resources. `p_subjects` has the sets one after
-- the other, `p_width` subjects each; `p_locations` has the place of each set.
CREATE FUNCTION claim_first_free(
  p_tenant uuid, p_kind text, p_owner uuid, p_expires_at timestamptz,
  p_subjects uuid[], p_width int, p_locations uuid[], p_start timestamptz, p_end timestamptz
) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  subjects uuid[];
BEGIN
  FOR position IN 1 .. cardinality(p_locations) LOOP
    subjects := p_subjects[(position - 1) * p_width + 1 : position * p_width];
    IF p_width = 1 THEN
      IF claim_time(p_tenant, p_kind, p_owner, p_expires_at, p_locations[position], subjects, p_start, p_end) THEN
        RETURN position;
      END IF;
    ELSE
      BEGIN
        IF claim_time(p_tenant, p_kind, p_owner, p_expires_at, p_locations[position], subjects, p_start, p_end) THEN
          RETURN position;
        END IF;
      EXCEPTION WHEN SQLSTATE 'SK001' THEN
        NULL;
      END;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- How many seats of a class session are free, counting live holds but one; null when there is no such session. Whoever
-- asks has the session to themselves until their transaction ends.
CREATE FUNCTION lock_seats(p_tenant uuid, p_session uuid, p_ignore_hold uuid DEFAULT NULL) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  free int;
BEGIN
  PERFORM FROM class_session s
  WHERE s.tenant_id = p_tenant AND s.id = p_session AND s.cancelled_at IS NULL FOR NO KEY UPDATE;
  -- A statement of its own: it sees what the one who had the lock before has committed.
  SELECT s.capacity - s.seats_taken - coalesce((
    SELECT sum(h.seats) FROM hold h
    WHERE h.tenant_id = p_tenant AND h.session_id = p_session AND h.expires_at > clock_timestamp()
      AND h.id IS DISTINCT FROM p_ignore_hold), 0)
  INTO free FROM class_session s
  WHERE s.tenant_id = p_tenant AND s.id = p_session AND s.cancelled_at IS NULL;
  RETURN free;
END
$$;
