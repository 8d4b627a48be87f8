import type pg from "pg";

/**
 * What must be true of the stored data at any time, whatever happened: one SQL a sentence, each counting what
 * contradicts it.
 */
const contradictions: Readonly<Record<string, string>> = {
  "two claims of one subject overlap": `
    SELECT 1 FROM occupancy a JOIN occupancy b ON a.tenant_id = b.tenant_id AND a.subject_id = b.subject_id
      AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
  "an appointment that stands has no claim of its own": `
    SELECT 1 FROM appointment a WHERE a.status <> 'cancelled' AND a.session_id IS NULL AND a.conflict IS NULL
      AND NOT EXISTS (SELECT 1 FROM occupancy o WHERE o.tenant_id = a.tenant_id AND o.appointment_id = a.id
        AND o.subject_id = a.staff_id)`,
  "an appointment claims another time than its own": `
    SELECT 1 FROM appointment a JOIN occupancy o ON o.tenant_id = a.tenant_id AND o.appointment_id = a.id
    WHERE o.starts_at <> a.starts_at - make_interval(mins => a.buffer_before_min)
      OR o.ends_at <> a.ends_at + make_interval(mins => a.buffer_after_min)`,
  "a cancelled appointment still claims time": `
    SELECT 1 FROM appointment a JOIN occupancy o ON o.tenant_id = a.tenant_id AND o.appointment_id = a.id
    WHERE a.status = 'cancelled'`,
  "an appointment has not exactly the people and resources that its service takes": `
    SELECT 1 FROM appointment a JOIN service s ON s.tenant_id = a.tenant_id AND s.id = a.service_id
    WHERE a.status <> 'cancelled' AND a.session_id IS NULL AND a.conflict IS NULL
      AND (SELECT count(*) FROM occupancy o WHERE o.tenant_id = a.tenant_id AND o.appointment_id = a.id)
        <> s.staff_needed + (SELECT count(DISTINCT r.requirement) FROM service_resource r
          WHERE r.tenant_id = a.tenant_id AND r.service_id = s.id)`,
  "an appointment of a class claims time that is the session's": `
    SELECT 1 FROM appointment a JOIN occupancy o ON o.tenant_id = a.tenant_id AND o.appointment_id = a.id
    WHERE a.session_id IS NOT NULL`,
  "a session's seats are not those of its appointments": `
    SELECT 1 FROM class_session c WHERE c.seats_taken <> (
      SELECT coalesce(sum(a.seats), 0) FROM appointment a
      WHERE a.tenant_id = c.tenant_id AND a.session_id = c.id AND a.status <> 'cancelled')`,
  "seats are kept for more people than there are": `
    SELECT 1 FROM class_session c WHERE c.cancelled_at IS NULL AND c.seats_taken + (
      SELECT coalesce(sum(h.seats), 0) FROM hold h
      WHERE h.tenant_id = c.tenant_id AND h.session_id = c.id AND h.expires_at > clock_timestamp()) > c.capacity`,
  "a session that stands has not claimed its teacher's time, or a cancelled one has": `
    SELECT 1 FROM class_session c WHERE (c.cancelled_at IS NULL) <> EXISTS (
      SELECT 1 FROM occupancy o WHERE o.tenant_id = c.tenant_id AND o.session_id = c.id AND o.subject_id = c.staff_id
        AND o.starts_at <= c.starts_at AND o.ends_at >= c.ends_at)`,
  "a booking has no event, so nobody was told": `
    SELECT 1 FROM idempotency_key k WHERE NOT EXISTS (
      SELECT 1 FROM event e WHERE e.tenant_id = k.tenant_id AND e.subject_id = k.result_id)`,
  "an idempotency key names an appointment that is not there": `
    SELECT 1 FROM idempotency_key k WHERE NOT EXISTS (
      SELECT 1 FROM appointment a WHERE a.tenant_id = k.tenant_id AND a.id = k.result_id)`,
  "a message was noted twice for one effect": `
    SELECT 1 FROM notification GROUP BY tenant_id, effect_key HAVING count(*) > 1`,
  "a row of one business points at another's": `
    SELECT 1 FROM appointment a WHERE NOT EXISTS (
      SELECT 1 FROM service s WHERE s.tenant_id = a.tenant_id AND s.id = a.service_id)`,
};

/** The sentences that are contradicted; empty when all is well. */
export async function findContradictions(superuser: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const [sentence, sql] of Object.entries(contradictions)) {
    const { rowCount } = await superuser.query(sql);
    if (rowCount) found.push(`${sentence} (${rowCount})`);
  }
  return found;
}
