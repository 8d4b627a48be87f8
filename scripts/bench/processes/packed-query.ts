import pg from "pg";
import { answerTask } from "../own-process.ts";
import { keepInFlight, type Speed } from "./speed.ts";

export type PackedQueryTask = {
  databaseUrl: string;
  tenantId: string;
  statement: { name: string; text: string; values: unknown[] };
  connections: number;
  inFlight: number;
  seconds: number;
};

/**
 * The floor of an availability question: the product's own statement over `pg`, the tenant set, in one transaction
 * that is sent in one go; the rows are parsed by the driver and dropped.
 */
answerTask(async (task: PackedQueryTask): Promise<Speed> => {
  const settings: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: task.databaseUrl,
    max: task.connections,
    pipeline: true,
  };
  const pool = new pg.Pool(settings);
  const ask = async () => {
    const client = await pool.connect();
    try {
      await Promise.all([
        client.query("BEGIN"),
        client.query({ name: "use_tenant", text: "SELECT use_tenant($1)", values: [task.tenantId] }),
        client.query(task.statement),
        client.query("COMMIT"),
      ]);
    } finally {
      client.release();
    }
  };
  await keepInFlight({ ...task, seconds: 1 }, ask);
  const speed = await keepInFlight(task, ask);
  await pool.end();
  return speed;
});
