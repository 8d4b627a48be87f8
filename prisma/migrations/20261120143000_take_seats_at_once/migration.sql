-- Seats of a class are counted and taken in one step, so that booking one costs no round trip more than booking a visit.
-- Locks: nothing. Way back: drop the function.

-- Takes seats of a session when so many are free (but for one hold's own), and says how many were free and when the
-- session ends; no row when there is no such session. Whoever takes has the session to themselves until they commit.
CREATE FUNCTION take_seats(p_tenant uuid, p_session uuid, p_seats int, p_ignore_hold uuid DEFAULT NULL)
RETURNS TABLE (free int, ends_at timestamptz) LANGUAGE plpgsql AS $$
DECLARE
  seats_free int := lock_seats(p_tenant, p_session, p_ignore_hold);
BEGIN
  IF seats_free >= p_seats THEN
    UPDATE class_session s SET seats_taken = s.seats_taken + p_seats, updated_at = clock_timestamp()
    WHERE s.tenant_id = p_tenant AND s.id = p_session;
  END IF;
  RETURN QUERY SELECT seats_free, s.ends_at FROM class_session s
    WHERE s.tenant_id = p_tenant AND s.id = p_session AND seats_free IS NOT NULL;
END
$$;
