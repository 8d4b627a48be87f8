-- What it takes to run the product as a company: plans and subscriptions, website builders that provision businesses,
-- teams with invitations, rights of one's own and second factors, hosts that businesses add, former addresses, questions
-- and answers, and the trail of what is done across businesses.
-- Locks: the altered tables, for an instant. Way back: drop what is added, restore the functions of 20261120112000 and
-- 20261120090100.

-- AlterTable
ALTER TABLE "domain" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "problem" TEXT,
ADD COLUMN     "provider_id" TEXT,
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'pending',
ADD COLUMN     "tls_status" TEXT,
ADD COLUMN     "token" TEXT NOT NULL DEFAULT gen_random_uuid()::text;

ALTER TABLE "domain" ALTER COLUMN "token" DROP DEFAULT;

-- AlterTable
ALTER TABLE "login_session" ADD COLUMN     "acting_as_tenant_id" UUID,
ADD COLUMN     "acting_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "login_token" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'sign_in';

-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "denied_rights" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "granted_rights" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "builder_id" UUID,
ADD COLUMN     "builder_reference" TEXT,
ADD COLUMN     "custom_css" TEXT,
ADD COLUMN     "font" TEXT,
ADD COLUMN     "hides_maker" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "onboarding_step" TEXT,
ADD COLUMN     "payments_allowed" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "photo_urls" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "privacy_text" TEXT,
ADD COLUMN     "suspended_by" TEXT,
ADD COLUMN     "terms_text" TEXT;

-- CreateTable
CREATE TABLE "invitation" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "staff_id" UUID,
    "granted_rights" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "denied_rights" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "token_hash" TEXT,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "totp_secret" (
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "totp_secret_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("user_id","code_hash")
);

-- CreateTable
CREATE TABLE "login_challenge" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "login_challenge_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "known_device" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "price_minor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'USD',
    "position" INTEGER NOT NULL DEFAULT 0,
    "max_locations" INTEGER,
    "max_staff" INTEGER,
    "max_services" INTEGER,
    "max_bookings_per_month" INTEGER,
    "sms_per_month" INTEGER NOT NULL DEFAULT 0,
    "features" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "trial_days" INTEGER NOT NULL DEFAULT 0,
    "stripe_price_id" TEXT,
    "retired_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "plan_id" TEXT NOT NULL,
    "billed_by" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "trial_ends_at" TIMESTAMPTZ(3),
    "period_ends_at" TIMESTAMPTZ(3),
    "grace_ends_at" TIMESTAMPTZ(3),
    "cancel_at_period_end" BOOLEAN NOT NULL DEFAULT false,
    "provider_customer_id" TEXT,
    "provider_subscription_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "sandbox_subscription" (
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "price_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "trial_ends_at" TIMESTAMPTZ(3),
    "period_ends_at" TIMESTAMPTZ(3),
    "cancel_at_period_end" BOOLEAN NOT NULL DEFAULT false,
    "return_to" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sandbox_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "platform_admin" (
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_admin_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "platform_event" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "business_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "platform_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_builder" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "site_builder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_builder_key" (
    "id" UUID NOT NULL,
    "builder_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "site_builder_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_builder_request" (
    "builder_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_builder_request_pkey" PRIMARY KEY ("builder_id","key")
);

-- CreateTable
CREATE TABLE "site_builder_token" (
    "builder_id" UUID NOT NULL,
    "token_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "site_builder_token_pkey" PRIMARY KEY ("builder_id","token_id")
);

-- CreateTable
CREATE TABLE "inbound_event" (
    "provider" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("provider","event_id")
);

-- CreateTable
CREATE TABLE "former_slug" (
    "slug" TEXT NOT NULL,
    "business_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_slug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "faq" (
    "tenant_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "faq_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "invitation_token_idx" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_key" ON "invitation"("tenant_id", "token_hash");

-- CreateIndex
CREATE INDEX "passkey_by_user_idx" ON "passkey"("user_id");

-- CreateIndex
CREATE INDEX "login_challenge_age_idx" ON "login_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "known_device_by_user_idx" ON "known_device"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_tenant_key" ON "subscription"("tenant_id");

-- CreateIndex
CREATE INDEX "sandbox_subscription_customer_idx" ON "sandbox_subscription"("customer_id");

-- CreateIndex
CREATE INDEX "platform_event_age_idx" ON "platform_event"("at");

-- CreateIndex
CREATE INDEX "platform_event_business_idx" ON "platform_event"("business_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "site_builder_key_hash_key" ON "site_builder_key"("key_hash");

-- CreateIndex
CREATE INDEX "site_builder_key_by_builder_idx" ON "site_builder_key"("builder_id");

-- CreateIndex
CREATE INDEX "site_builder_request_age_idx" ON "site_builder_request"("created_at");

-- CreateIndex
CREATE INDEX "site_builder_token_age_idx" ON "site_builder_token"("expires_at");

-- CreateIndex
CREATE INDEX "inbound_event_age_idx" ON "inbound_event"("received_at");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_staff_fk" FOREIGN KEY ("tenant_id", "staff_id") REFERENCES "staff"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "totp_secret" ADD CONSTRAINT "totp_secret_user_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_user_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_user_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "login_challenge" ADD CONSTRAINT "login_challenge_user_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_user_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_plan_fk" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "platform_admin" ADD CONSTRAINT "platform_admin_user_fk" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "site_builder_key" ADD CONSTRAINT "site_builder_key_builder_fk" FOREIGN KEY ("builder_id") REFERENCES "site_builder"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "site_builder_request" ADD CONSTRAINT "site_builder_request_builder_fk" FOREIGN KEY ("builder_id") REFERENCES "site_builder"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "site_builder_token" ADD CONSTRAINT "site_builder_token_builder_fk" FOREIGN KEY ("builder_id") REFERENCES "site_builder"("id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- ── Row-level security ──────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON subscription USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON invitation USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

ALTER TABLE faq ENABLE ROW LEVEL SECURITY;
ALTER TABLE faq FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON faq USING (tenant_id = app_tenant_id()) WITH CHECK (tenant_id = app_tenant_id());

-- ── Rights ──────────────────────────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, UPDATE, DELETE ON
  subscription, invitation, faq, sandbox_subscription, totp_secret, passkey, recovery_code, login_challenge, known_device,
  site_builder, site_builder_key, site_builder_request, site_builder_token, inbound_event
  TO slotkeeper_app;

-- Plans are retired, never deleted.
GRANT SELECT, INSERT, UPDATE ON plan TO slotkeeper_app;

-- Who runs the installation is granted by its operator, never by the application.
GRANT SELECT ON platform_admin TO slotkeeper_app;

-- Append-only.
GRANT SELECT, INSERT ON platform_event TO slotkeeper_app;

-- ── Values within their bounds ──────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE plan
  ADD CONSTRAINT plan_track_ck CHECK (track IN ('integrated', 'standalone')),
  ADD CONSTRAINT plan_currency_ck CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT plan_bounds_ck CHECK (
    price_minor >= 0 AND max_locations >= 1 AND max_staff >= 1 AND max_services >= 1 AND max_bookings_per_month >= 0
    AND sms_per_month >= 0 AND trial_days BETWEEN 0 AND 365);

ALTER TABLE subscription
  ADD CONSTRAINT subscription_billed_by_ck CHECK (billed_by IN ('stripe', 'sandbox', 'builder', 'platform')),
  ADD CONSTRAINT subscription_status_ck CHECK (status IN ('trialing', 'active', 'past_due', 'suspended', 'cancelled'));

ALTER TABLE domain
  ADD CONSTRAINT domain_status_ck CHECK (status IN ('pending', 'verified')),
  ADD CONSTRAINT domain_tls_ck CHECK (tls_status IN ('pending', 'active', 'failed'));

ALTER TABLE tenant
  ADD CONSTRAINT tenant_suspended_by_ck CHECK (suspended_by IN ('billing', 'platform')),
  ADD CONSTRAINT tenant_suspended_ck CHECK (status = 'suspended' OR suspended_by IS NULL);

ALTER TABLE invitation
  ADD CONSTRAINT invitation_role_ck CHECK (role IN ('admin', 'staff')),
  ADD CONSTRAINT invitation_email_ck CHECK (email = lower(email));

ALTER TABLE login_token ADD CONSTRAINT login_token_purpose_ck CHECK (purpose IN ('sign_in', 'sign_up'));

ALTER TABLE login_challenge ADD CONSTRAINT login_challenge_kind_ck CHECK (
  kind IN ('second_factor', 'passkey_sign_in', 'passkey_registration'));

ALTER TABLE platform_event ADD CONSTRAINT platform_event_actor_ck CHECK (
  actor_kind IN ('platformAdmin', 'siteBuilder', 'system'));

ALTER TABLE event DROP CONSTRAINT event_actor_ck;

ALTER TABLE event ADD CONSTRAINT event_actor_ck CHECK (
  actor_kind IN ('member', 'customer', 'apiKey', 'assistant', 'platformAdmin', 'siteBuilder', 'system'));

-- One business for each of a builder's references; the builder retries, and must not provision it twice.
CREATE UNIQUE INDEX tenant_builder_key ON tenant (builder_id, builder_reference) WHERE builder_reference IS NOT NULL;

-- ── The seven plans to begin with (A1, A2) ──────────────────────────────────────────────────────────────────────────

INSERT INTO plan (id, track, name, description, price_minor, position, max_locations, max_staff, max_services,
  max_bookings_per_month, sms_per_month, features, trial_days)
VALUES
  ('integrated-starter', 'integrated', 'Starter', 'Booking on your site, for one person.', 0, 1, 1, 1, 5, 50, 0, '{}', 0),
  ('integrated-pro', 'integrated', 'Pro', 'For a small team.', 1900, 2, 1, 3, NULL, 200, 100,
    '{sms,googleSync,unbranded,webhooks,analytics,widget,customDomain}', 0),
  ('integrated-business', 'integrated', 'Business', 'For several locations.', 4900, 3, 3, 10, NULL, NULL, 500,
    '{sms,googleSync,outlookSync,unbranded,webhooks,analytics,widget,customDomain,api,whiteLabel}', 0),
  ('standalone-free', 'standalone', 'Free', 'For one person who begins.', 0, 1, 1, 1, 3, 30, 0, '{}', 0),
  ('standalone-starter', 'standalone', 'Starter', 'Your own name on everything.', 1200, 2, 1, 2, NULL, 100, 100,
    '{sms,googleSync,unbranded,widget,customDomain}', 14),
  ('standalone-professional', 'standalone', 'Professional', 'For teams and several locations.', 2900, 3, 3, 5, NULL, NULL,
    500, '{sms,googleSync,outlookSync,unbranded,webhooks,analytics,widget,customDomain,api}', 14),
  ('standalone-enterprise', 'standalone', 'Enterprise', 'No limits, and no trace of us.', 9900, 4, NULL, NULL, NULL, NULL,
    2000, '{sms,googleSync,outlookSync,unbranded,webhooks,analytics,widget,customDomain,api,whiteLabel}', 14);

-- ── Looking across businesses: few, named ───────────────────────────────────────────────────────────────────────────

GRANT SELECT ON former_slug, subscription, invitation TO slotkeeper_platform;
GRANT INSERT, DELETE ON host, former_slug TO slotkeeper_platform;
CREATE POLICY platform ON subscription FOR SELECT TO slotkeeper_platform USING (true);
CREATE POLICY platform ON invitation FOR SELECT TO slotkeeper_platform USING (true);

DROP FUNCTION resolve_slug(text);

-- The business behind /<slug> and <slug>.<booking domain>, also by an address that it had before (A3): the answer's slug
-- is then another one than was asked for.
CREATE FUNCTION resolve_slug(p_slug text)
RETURNS TABLE (id uuid, slug text, mode text, status text, time_zone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.mode, t.status, t.time_zone FROM tenant t WHERE t.slug = p_slug
  UNION ALL
  SELECT t.id, t.slug, t.mode, t.status, t.time_zone FROM former_slug f JOIN tenant t ON t.id = f.business_id
  WHERE f.slug = p_slug AND NOT EXISTS (SELECT FROM tenant n WHERE n.slug = p_slug)
$$;

-- Whether another business has this address, or had it: nobody gets somebody else's visitors. Locks the word for the
-- transaction, so that of two who want it one waits for the other.
CREATE FUNCTION slug_is_taken(p_slug text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('slug:' || p_slug, 0));
  RETURN EXISTS (SELECT FROM tenant t WHERE t.slug = p_slug AND t.id IS DISTINCT FROM app_tenant_id())
    OR EXISTS (SELECT FROM former_slug f WHERE f.slug = p_slug AND f.business_id IS DISTINCT FROM app_tenant_id());
END
$$;

-- Remembers an address of the transaction's business, so that it still leads there after a change.
CREATE FUNCTION keep_former_slug(p_slug text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO former_slug (slug, business_id) SELECT p_slug, app_tenant_id()
  WHERE EXISTS (SELECT FROM tenant t WHERE t.id = app_tenant_id() AND t.slug = p_slug)
  ON CONFLICT (slug) DO NOTHING
$$;

-- Serves a host for the transaction's business; false when another business has it (A4).
CREATE FUNCTION claim_host(p_host text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO host (name, business_id) VALUES (p_host, app_tenant_id()) ON CONFLICT (name) DO NOTHING;
  RETURN EXISTS (SELECT FROM host h WHERE h.name = p_host AND h.business_id = app_tenant_id());
END
$$;

-- Stops serving a host of the transaction's business: it is free again.
CREATE FUNCTION release_host(p_host text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM host h WHERE h.name = p_host AND h.business_id = app_tenant_id()
$$;

-- The business and the invitation behind a link of an e-mail, by the hash of its token.
CREATE FUNCTION invitation_of_token(p_token_hash text) RETURNS TABLE (tenant_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT i.tenant_id, i.id FROM invitation i WHERE i.token_hash = p_token_hash
$$;

-- The business behind a customer of the billing provider.
CREATE FUNCTION business_of_billing_customer(p_billed_by text, p_customer_id text) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.tenant_id FROM subscription s WHERE s.billed_by = p_billed_by AND s.provider_customer_id = p_customer_id
$$;

-- The business that a website builder provisioned under its own reference.
CREATE FUNCTION business_of_builder(p_builder uuid, p_reference text) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id FROM tenant t
  WHERE t.builder_id = p_builder AND t.builder_reference = p_reference AND t.status <> 'deleted'
$$;

DROP FUNCTION businesses_of(uuid);

-- The businesses a login belongs to, with what it may do there.
CREATE FUNCTION businesses_of(p_user uuid)
RETURNS TABLE (id uuid, slug text, name text, status text, membership_id uuid, role text, staff_id uuid,
  granted_rights text[], denied_rights text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.id, t.slug, t.name, t.status, m.id, m.role, m.staff_id, m.granted_rights, m.denied_rights
  FROM membership m JOIN tenant t ON t.id = m.tenant_id
  WHERE m.user_id = p_user AND t.status <> 'deleted'
  ORDER BY t.name
$$;

REVOKE ALL ON FUNCTION slug_is_taken, keep_former_slug, claim_host, release_host, invitation_of_token,
  business_of_billing_customer, business_of_builder, businesses_of, resolve_slug FROM PUBLIC;
GRANT EXECUTE ON FUNCTION slug_is_taken, keep_former_slug, claim_host, release_host, invitation_of_token,
  business_of_billing_customer, business_of_builder, businesses_of, resolve_slug TO slotkeeper_app;

GRANT CREATE ON SCHEMA public TO slotkeeper_platform;
ALTER FUNCTION slug_is_taken OWNER TO slotkeeper_platform;
ALTER FUNCTION keep_former_slug OWNER TO slotkeeper_platform;
ALTER FUNCTION claim_host OWNER TO slotkeeper_platform;
ALTER FUNCTION release_host OWNER TO slotkeeper_platform;
ALTER FUNCTION invitation_of_token OWNER TO slotkeeper_platform;
ALTER FUNCTION business_of_billing_customer OWNER TO slotkeeper_platform;
ALTER FUNCTION business_of_builder OWNER TO slotkeeper_platform;
ALTER FUNCTION resolve_slug OWNER TO slotkeeper_platform;
ALTER FUNCTION businesses_of OWNER TO slotkeeper_platform;
REVOKE CREATE ON SCHEMA public FROM slotkeeper_platform;
