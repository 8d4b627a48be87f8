-- A weekly rule without minutes says "closed on that weekday". Before, somebody who works on no day at all could not be
-- told from somebody without hours of their own, who follows the location's.
-- Locks: availability_rule, for an instant. Way back: delete such rows and restore the old check.

ALTER TABLE availability_rule DROP CONSTRAINT availability_rule_shape_ck;

ALTER TABLE availability_rule ADD CONSTRAINT availability_rule_shape_ck CHECK (
  CASE kind
    WHEN 'weekly' THEN weekday BETWEEN 1 AND 7 AND date_from IS NULL
    ELSE weekday IS NULL AND date_from IS NOT NULL AND date_to IS NOT NULL
  END);
