// Who may import whom (docs/architecture.md). Tests may import whatever they test; `npm run verify` runs this.
const test = "\\.test\\.tsx?$";
const tests = `${test}|^src/testing/|^e2e/`;

/** Modules from the ground up: one may use those before it, never those after it. */
const modules = [
  ["plans"],
  ["tenants", "accounts"],
  ["catalog", "staff", "customers", "branding", "domains", "pictures"],
  ["team"],
  ["availability"],
  ["appointments"],
  ["classes"],
  ["onboarding", "payments"],
  [
    "billing",
    "builders",
    "notifications",
    "calendars",
    "webhooks",
    "widgets",
    "assistant",
    "analytics",
    "audit",
  ],
  ["platform"],
];

const layers = modules.slice(0, -1).map((names, index) => ({
  name: `module-order-${names.join("-")}`,
  comment: `${names.join(", ")} come before ${modules
    .slice(index + 1)
    .flat()
    .join(", ")}: those call them, or read events.`,
  severity: "error",
  from: { path: `^src/modules/(${names.join("|")})/`, pathNot: test },
  to: {
    path: `^src/modules/(${modules
      .slice(index + 1)
      .flat()
      .join("|")})/`,
  },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: "no-circle",
      comment: "A circle has no first file to understand.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "not-found",
      comment: "The import leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "\\.css$" },
    },
    {
      name: "kernel-alone",
      comment: "The kernel imports nothing of ours.",
      severity: "error",
      from: { path: "^src/kernel/", pathNot: test },
      to: { path: "^(src|prisma|scripts|e2e)/", pathNot: "^src/kernel/" },
    },
    {
      name: "rules-pure",
      comment:
        "Rules decide; loading and writing is the verb's work. They see kernel, rules, schemas, and types.",
      severity: "error",
      from: { path: "^src/modules/[^/]+/rules/", pathNot: test },
      to: {
        path: "^src/|^prisma/",
        pathNot: "^src/kernel/|^src/modules/[^/]+/(rules/|[a-z-]*schema\\.ts$)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "rules-without-input-output",
      comment: "Rules touch no file, network or database.",
      severity: "error",
      from: { path: "^src/modules/[^/]+/rules/", pathNot: test },
      to: { path: "^(node:)?(fs|net|http|https|child_process|dns|tls)(/|$)|node_modules/(pg|@prisma|next)/" },
    },
    {
      name: "modules-below-delivery",
      comment: "A verb knows nothing of transports, pages or providers: it declares a port.",
      severity: "error",
      from: { path: "^src/modules/", pathNot: test },
      to: { path: "^src/(delivery|app|ui|embed|adapters|testing|compose\\.ts)" },
    },
    {
      name: "verbs-without-framework",
      comment: "A verb never sees a request, so a page, REST, a job and the assistant can all call it.",
      severity: "error",
      from: { path: "^src/(modules|kernel)/", pathNot: test },
      to: { path: "node_modules/(next|next-auth|react|react-dom|@trpc|preact)/" },
    },
    {
      name: "adapters-see-ports",
      comment: "An adapter implements a port of a module.",
      severity: "error",
      from: { path: "^src/adapters/([^/]+)/", pathNot: test },
      to: {
        path: "^src/",
        // The sandbox keeps what it was given where the local outbox can show it.
        pathNot:
          "^src/kernel/|^src/modules/[^/]+/ports\\.ts$|^src/adapters/$1/|^src/database/tenant-context\\.ts$",
      },
    },
    {
      name: "adapters-only-in-compose",
      comment: "compose.ts is the only file that knows both ports and adapters.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(adapters/|compose\\.ts$)|${tests}` },
      to: { path: "^src/adapters/" },
    },
    {
      name: "database-below",
      comment: "The database layer knows the kernel and the environment.",
      severity: "error",
      from: { path: "^src/database/", pathNot: test },
      to: { path: "^src/", pathNot: "^src/(kernel|database|generated)/|^src/env\\.ts$" },
    },
    {
      name: "connections-only-in-database",
      comment:
        "The only place that opens connections and knows the ORM, but for the job queue, which brings its own pool.",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(database|generated|delivery/worker)/|${tests}` },
      to: { path: "^src/generated/|node_modules/(pg|@prisma)/" },
    },
    {
      name: "delivery-below-app",
      comment:
        "Delivery parses, calls one verb and maps the result. Pages import delivery, not the other way round.",
      severity: "error",
      from: { path: "^src/delivery/", pathNot: test },
      to: { path: "^src/(app|embed|testing)/" },
    },
    {
      name: "ui-sees-schemas",
      comment: "Components get data: no verb, no database, no provider, no environment.",
      severity: "error",
      from: { path: "^src/(ui|embed)/", pathNot: test },
      to: {
        path: "^src/(database|adapters|generated|app|testing|modules|env\\.ts|compose\\.ts)",
        pathNot: "^src/modules/[^/]+/([a-z-]*schema\\.ts$|rules/)",
      },
    },
    {
      name: "ui-types-of-delivery-only",
      comment: "Of delivery, components may import types only (the tRPC router's).",
      severity: "error",
      from: { path: "^src/(ui|embed)/", pathNot: test },
      to: { path: "^src/delivery/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "booking-small",
      comment: "The booking pages carry one small runtime: no React, no Mantine, no validation library.",
      severity: "error",
      from: { path: "^src/(ui/booking|embed)/", pathNot: test },
      to: { path: "^src/ui/(dashboard|marketing|accounts)/|node_modules/(react|react-dom|@mantine|zod)/" },
    },
    {
      name: "app-thin",
      comment: "Routes are thin: delivery, verbs and components do the work.",
      severity: "error",
      from: { path: "^src/app/", pathNot: test },
      to: { path: "^src/(database|adapters|generated|testing)/|^src/modules/[^/]+/(rules/|ports\\.ts$)" },
    },
    {
      name: "examples-alone",
      comment:
        "An example is what somebody else would write: it has the network and Node, and nothing of ours.",
      severity: "error",
      from: { path: "^examples/([^/]+)/" },
      to: { path: "^(src|prisma|scripts|e2e)/|node_modules/|^examples/", pathNot: "^examples/$1/" },
    },
    {
      name: "testing-in-tests",
      comment: "Builders and the harness never reach production.",
      severity: "error",
      from: { path: "^src/", pathNot: tests },
      to: { path: "^src/testing/" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules|^src/generated" },
    exclude: { path: "^\\.next|^next-env" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
    cache: false,
  },
};
