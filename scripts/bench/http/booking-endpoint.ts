import { minutesPerDay } from "#kernel/time/local-date.ts";
import type { Shop } from "#testing/builders/shop.ts";
import { say } from "../figures.ts";
import { runInOwnProcess } from "../own-process.ts";
import type { BookingPlan } from "../processes/fire-requests.ts";
import type { InsertTask } from "../processes/insert-claims.ts";
import type { Speed } from "../processes/speed.ts";
import { makeRoundTheClock, today } from "./businesses.ts";
import {
  type Bench,
  connections,
  countStatuses,
  fireAtProduct,
  type ProductAnswer,
  poolSize,
  printShare,
  printSpeed,
} from "./load.ts";

const insertClaims = import.meta.resolve("../processes/insert-claims.ts");
const scratchTable = "bench.claim";

/** Bookings that all succeed, each of its own hour and customer; and bare inserts under the same constraint. */
export async function benchBookingEndpoint(bench: Bench): Promise<void> {
  const shop = await makeRoundTheClock();
  say("http: bare inserts under the exclusion constraint …");
  // All of them first: the worker still sends the e-mails of the bookings for a while afterwards.
  const inserts = await insertRounds(bench, shop);
  say("http: bookings …");
  const bookings = await bookingRounds(bench, shop);
  const figure = "booking endpoint";
  const unit = "bookings per second";
  printSpeed({ figure, unit, statuses: countStatuses(bookings) }, bookings);
  printSpeed({ figure: "floor: bare INSERT", unit: "inserts per second" }, inserts);
  printShare(`${figure}, against the bare INSERT`, bookings, inserts);
}

async function insertRounds({ product, superuser, load }: Bench, shop: Shop): Promise<Speed[]> {
  await superuser.query(`CREATE SCHEMA bench; CREATE TABLE ${scratchTable} (LIKE occupancy INCLUDING ALL)`);
  const rounds: Speed[] = [];
  let firstIndex = 0;
  for (let round = 0; round < load.rounds; round++) {
    const task: InsertTask = {
      ...{ databaseUrl: product.superuserUrl, table: scratchTable, tenantId: shop.tenantId },
      ...{ staffIds: shop.staff.map(({ id }) => id), firstStart: firstStart(), firstIndex },
      ...{ connections: poolSize, inFlight: connections, seconds: load.seconds },
    };
    const speed = await runInOwnProcess<Speed>(insertClaims, task);
    firstIndex += speed.count;
    rounds.push(speed);
  }
  await superuser.query("DROP SCHEMA bench CASCADE");
  return rounds;
}

async function bookingRounds({ product, load }: Bench, shop: Shop): Promise<ProductAnswer[]> {
  const url = `${product.url}/api/booking/v1/${shop.slug}/appointments`;
  const bookings: BookingPlan = {
    serviceId: shop.service.id,
    staffIds: shop.staff.map(({ id }) => id),
    firstStart: firstStart(),
    firstIndex: 0,
  };
  const rounds: ProductAnswer[] = [];
  for (const seconds of Array<number>(load.rounds + 1).fill(load.seconds)) {
    const answer = await fireAtProduct({ url, seconds, bookings });
    bookings.firstIndex = answer.nextIndex;
    rounds.push(answer);
  }
  // The first round warms up.
  return rounds.slice(1);
}

/** The day after tomorrow at midnight UTC, in epoch milliseconds. */
function firstStart(): number {
  return (today() + 2) * minutesPerDay * 60_000;
}
