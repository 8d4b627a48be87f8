// Fills the empty database behind DATABASE_URL with demo businesses: `node prisma/seed/seed.ts`.
import { disconnectDatabase } from "#database/tenant-pool.ts";
import { seedDemo } from "./seed-demo.ts";
import { demoPassword } from "./write-logins.ts";

try {
  const seeded = await seedDemo();
  for (const { slug, appointments } of seeded) {
    console.log(
      `${slug}: ${appointments} appointments; sign in as owner@${slug}.example, password ${demoPassword}`,
    );
  }
  if (seeded.length === 0) console.log("There are businesses already: nothing was changed.");
} finally {
  await disconnectDatabase();
}
