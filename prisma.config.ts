import { defineConfig } from "prisma/config";

// The native schema engine is never downloaded. `prisma generate` and `prisma validate` do not need it but insist
// on a file that exists; whatever does need it fails loudly with /bin/false (with /bin/true it would "succeed").
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= "/bin/false";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
