-- A job's key names one event or one message, so adding it again means nothing new: "unsafe_dedupe" is what is meant, and
-- safe here. The default mode looks for a running job to replace on every call, which reads the whole queue when it is
-- long: half a millisecond of each booking.
-- Locks: nothing. Way back: restore the function of 20261120090100.

CREATE OR REPLACE FUNCTION enqueue(p_task text, p_payload jsonb, p_key text DEFAULT NULL, p_run_at timestamptz DEFAULT NULL)
RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT graphile_worker.add_job(
    p_task, (p_payload || jsonb_build_object('tenantId', app_tenant_id()))::json, run_at => p_run_at, job_key => p_key,
    job_key_mode => 'unsafe_dedupe')
$$;
