-- What it takes to follow the billing provider (A2, G4): finding the business of a customer whoever billed it before,
-- comparing all subscriptions with the provider's, finding those with something due, letters to owners, and what the
-- test provider remembers of a card and of a payment that failed.
-- Locks: the altered tables, for an instant. Way back: drop what is added, restore the function of 20261128163000.

ALTER TABLE "sandbox_subscription" ADD COLUMN "past_due_since" TIMESTAMPTZ(3),
ADD COLUMN "card_declines" BOOLEAN NOT NULL DEFAULT false;

CREATE INDEX "subscription_by_customer_idx" ON "subscription"("provider_customer_id");

ALTER TABLE notification DROP CONSTRAINT notification_audience_ck;

ALTER TABLE notification ADD CONSTRAINT notification_audience_ck CHECK (audience IN ('customer', 'staff', 'owner'));

DROP FUNCTION business_of_billing_customer(text, text);

-- The business behind a customer of the billing provider. The provider's ids are unique, and the business keeps its own
-- after its subscription has ended.
CREATE FUNCTION business_of_billing_customer(p_customer_id text) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.tenant_id FROM subscription s WHERE s.provider_customer_id = p_customer_id
$$;

-- Every subscription whose customer the billing provider knows, to be compared with what the provider says.
CREATE FUNCTION subscriptions_to_compare()
RETURNS TABLE (tenant_id uuid, customer_id text, subscription_id text, plan_id text, status text,
  trial_ends_at timestamptz, period_ends_at timestamptz, grace_ends_at timestamptz, cancel_at_period_end boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.tenant_id, s.provider_customer_id, s.provider_subscription_id, s.plan_id, s.status,
    s.trial_ends_at, s.period_ends_at, s.grace_ends_at, s.cancel_at_period_end
  FROM subscription s
  WHERE s.provider_customer_id IS NOT NULL AND s.billed_by <> 'builder'
$$;

-- Businesses with a date of their subscription that is near or past: a trial that nobody pays for, a payment that failed.
CREATE FUNCTION subscriptions_due(p_until timestamptz) RETURNS TABLE (tenant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.tenant_id FROM subscription s
  WHERE s.status = 'past_due'
    OR (s.status = 'trialing' AND s.provider_subscription_id IS NULL AND s.trial_ends_at <= p_until)
$$;

REVOKE ALL ON FUNCTION business_of_billing_customer, subscriptions_to_compare, subscriptions_due FROM PUBLIC;
GRANT EXECUTE ON FUNCTION business_of_billing_customer, subscriptions_to_compare, subscriptions_due TO slotkeeper_app;

GRANT CREATE ON SCHEMA public TO slotkeeper_platform;
ALTER FUNCTION business_of_billing_customer OWNER TO slotkeeper_platform;
ALTER FUNCTION subscriptions_to_compare OWNER TO slotkeeper_platform;
ALTER FUNCTION subscriptions_due OWNER TO slotkeeper_platform;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform;
