import { describe, expect, it } from "vitest";
import { useDatabase } from "#testing/database.ts";

/** The rules of the schema, read from PostgreSQL's own catalogue: a new table cannot forget them. */
describe("the database's catalogue", () => {
  const database = useDatabase();

  async function names(sql: string): Promise<string[]> {
    const { rows } = await database.superuser.query<{ name: string }>(sql);
    return rows.map((row) => row.name).sort();
  }

  /** Tables with a tenant, as a condition on `c` (pg_class). */
  const tenantTables = `
    pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
    WHERE c.relkind IN ('r', 'p') AND EXISTS (
      SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)`;

  it("has the tables that the rules below are about", async () => {
    const tables = await names(`SELECT c.relname AS name FROM ${tenantTables}`);
    expect(tables).toEqual(expect.arrayContaining(["appointment", "customer", "event", "hold", "occupancy"]));
    expect(tables.length).toBeGreaterThanOrEqual(19);
  });

  it("enables and forces row-level security on every table with a tenant", async () => {
    const unprotected = await names(
      `SELECT c.relname AS name FROM ${tenantTables} AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
    );
    expect(unprotected).toEqual([]);
  });

  it("has the tenant's policy, for reading and for writing, on every table with a tenant", async () => {
    const unprotected = await names(
      `SELECT c.relname AS name FROM ${tenantTables} AND NOT EXISTS (
         SELECT 1 FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname AND p.cmd = 'ALL'
           AND p.roles = '{public}' AND p.qual = '(tenant_id = app_tenant_id())' AND p.with_check = p.qual)`,
    );
    expect(unprotected).toEqual([]);
  });

  it("has no other policy for the application's role", async () => {
    const others = await names(
      `SELECT tablename || '.' || policyname AS name FROM pg_policies
       WHERE schemaname = 'public' AND roles <> '{slotkeeper_platform}'
         AND qual NOT IN ('(tenant_id = app_tenant_id())', '(id = app_tenant_id())')`,
    );
    expect(others).toEqual([]);
  });

  it("starts every primary key, unique and exclusion constraint of such a table with the tenant", async () => {
    const others = await names(
      `SELECT i.indexrelid::regclass::text AS name FROM ${tenantTables.replace("WHERE", "JOIN pg_index i ON i.indrelid = c.oid WHERE")}
         AND (i.indisunique OR i.indisexclusion)
         AND (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum = i.indkey[0]) <> 'tenant_id'`,
    );
    expect(others).toEqual([]);
  });

  it("has a primary key of several columns on every table with a tenant", async () => {
    const others = await names(
      `SELECT c.relname AS name FROM ${tenantTables} AND NOT EXISTS (
         SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND i.indnkeyatts > 1)`,
    );
    expect(others).toEqual([]);
  });

  it("names the tenant in every foreign key between tables with a tenant", async () => {
    const others = await names(
      `SELECT k.conname AS name FROM pg_constraint k
       WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
         AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attname = 'tenant_id')
         AND NOT EXISTS (SELECT 1 FROM unnest(k.conkey, k.confkey) AS pair(own, other)
           JOIN pg_attribute o ON o.attrelid = k.conrelid AND o.attnum = pair.own AND o.attname = 'tenant_id'
           JOIN pg_attribute t ON t.attrelid = k.confrelid AND t.attnum = pair.other AND t.attname = 'tenant_id')`,
    );
    expect(others).toEqual([]);
  });

  it("never updates or nulls through a foreign key", async () => {
    const others = await names(
      `SELECT conname AS name FROM pg_constraint
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace
         AND (confupdtype <> 'a' OR confdeltype NOT IN ('a', 'r', 'c'))`,
    );
    expect(others).toEqual([]);
  });

  it("has no triggers, native enums, serials, views or materialised views", async () => {
    const others = await names(
      `SELECT 'trigger ' || tgname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
         WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'enum ' || typname FROM pg_type WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace
       UNION ALL SELECT 'sequence ' || relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
       UNION ALL SELECT 'view ' || relname FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace`,
    );
    expect(others).toEqual([]);
  });

  it("lets only named functions and the job queue's entrance look past row-level security", async () => {
    const definers = await names(
      `SELECT p.proname || ' by ' || r.rolname AS name FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
       WHERE p.prosecdef AND p.pronamespace = 'public'::regnamespace`,
    );
    expect(definers).toEqual([
      "acting_business by slotkeeper_platform",
      "all_businesses by slotkeeper_platform",
      "booking_hosts by slotkeeper_platform",
      "bookings_per_day by slotkeeper_platform",
      "business_names by slotkeeper_platform",
      "business_of_billing_customer by slotkeeper_platform",
      "business_of_builder by slotkeeper_platform",
      "businesses_counted by slotkeeper_platform",
      "businesses_of by slotkeeper_platform",
      "businesses_of_builder by slotkeeper_platform",
      "businesses_per_week by slotkeeper_platform",
      "claim_host by slotkeeper_platform",
      "count_failed_jobs by slotkeeper_jobs",
      "delete_failed_job by slotkeeper_jobs",
      "domains_due by slotkeeper_platform",
      "enqueue by slotkeeper_jobs",
      "failed_jobs by slotkeeper_jobs",
      "invitation_of_token by slotkeeper_platform",
      "keep_former_slug by slotkeeper_platform",
      "list_businesses by slotkeeper_platform",
      "prefer_host by slotkeeper_platform",
      "release_host by slotkeeper_platform",
      "resolve_host by slotkeeper_platform",
      "resolve_slug by slotkeeper_platform",
      "retry_failed_job by slotkeeper_jobs",
      "search_businesses by slotkeeper_platform",
      "search_trail by slotkeeper_platform",
      "slug_is_taken by slotkeeper_platform",
      "subscriptions_due by slotkeeper_platform",
      "subscriptions_to_compare by slotkeeper_platform",
      "undispatched_events by slotkeeper_platform",
    ]);
  });

  it("gives none of its roles the power to bypass row-level security", async () => {
    const powerful = await names(
      "SELECT rolname AS name FROM pg_roles WHERE rolname LIKE 'slotkeeper%' AND (rolsuper OR rolbypassrls)",
    );
    expect(powerful).toEqual([]);
  });

  it("keeps the event log append-only and every table safe from TRUNCATE for the application", async () => {
    const rights = await names(
      `SELECT table_name || ' ' || privilege_type AS name FROM information_schema.role_table_grants
       WHERE grantee IN ('slotkeeper_app', 'PUBLIC') AND table_schema = 'public'
         AND (privilege_type IN ('TRUNCATE', 'TRIGGER', 'REFERENCES')
           OR table_name IN ('event', 'event_dispatch', 'platform_event') AND privilege_type IN ('UPDATE', 'DELETE')
           OR table_name = 'platform_admin' AND privilege_type <> 'SELECT'
           OR table_name IN ('host', 'former_slug'))`,
    );
    expect(rights).toEqual([]);
  });
});
