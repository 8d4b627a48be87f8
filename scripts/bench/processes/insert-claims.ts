import pg from "pg";
import { answerTask } from "../own-process.ts";
import { keepInFlight, type Speed } from "./speed.ts";

export type InsertTask = {
  databaseUrl: string;
  table: string;
  tenantId: string;
  staffIds: string[];
  /** Epoch milliseconds of the first claim; and which claim to begin with, so that each run has its own. */
  firstStart: number;
  firstIndex: number;
  connections: number;
  inFlight: number;
  seconds: number;
};

const hourMs = 3_600_000;

/** The floor of a booking: one row into a table with the exclusion constraint, one commit each, none in conflict. */
answerTask(async (task: InsertTask): Promise<Speed> => {
  const pool = new pg.Pool({ connectionString: task.databaseUrl, max: task.connections });
  let next = task.firstIndex;
  const insert = async () => {
    const index = next++;
    const staffId = task.staffIds[index % task.staffIds.length];
    const start = task.firstStart + Math.floor(index / task.staffIds.length) * hourMs;
    await pool.query({
      name: "insert_claim",
      text: `INSERT INTO ${task.table} (tenant_id, id, subject_id, starts_at, ends_at, kind)
        VALUES ($1, gen_random_uuid(), $2, $3, $4, 'block')`,
      values: [task.tenantId, staffId, new Date(start), new Date(start + hourMs)],
    });
  };
  const speed = await keepInFlight(task, insert);
  await pool.end();
  return speed;
});
