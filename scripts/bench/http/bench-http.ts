import { connectDatabase, disconnectDatabase } from "#database/tenant-pool.ts";
import { connectAsSuperuser, startProduct } from "../../../e2e/product/product.ts";
import { say } from "../figures.ts";
import { benchAvailabilityEndpoint } from "./availability-endpoint.ts";
import { benchBookingEndpoint } from "./booking-endpoint.ts";
import type { Load } from "./load.ts";

/** The endpoints of the running product, beside what the machine could do at best in the same minutes. */
export async function benchHttp(load: Load): Promise<void> {
  say("http: starting the product …");
  const product = await startProduct();
  connectDatabase(product.databaseUrl);
  const superuser = await connectAsSuperuser(product);
  try {
    await benchAvailabilityEndpoint({ product, superuser, load });
    await benchBookingEndpoint({ product, superuser, load });
  } finally {
    await superuser.end();
    await disconnectDatabase();
    await product.stop();
  }
}
