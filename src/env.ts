import { isIP } from "node:net";
import { z } from "zod";

/** Raised when the environment holds wrong values; the message names each variable and what is wrong with it. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const flag = z
  .enum(["true", "1", "yes", "on", "false", "0", "no", "off"], { error: "expected true or false" })
  .transform((word) => ["true", "1", "yes", "on"].includes(word));

const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "expected postgresql://user:password@host:port/database",
});
const httpUrl = z
  .url({ protocol: /^https?$/, error: "expected an address such as https://booking.example.com" })
  .transform((address) => address.replace(/\/+$/, ""));
const secret = z.string().min(32, "expected at least 32 characters (try: openssl rand -base64 32)");

const encryptionKeys = z
  .string()
  .transform((list) => list.split(",").map((key) => key.trim()))
  .refine((keys) => keys.every((key) => Buffer.from(key, "base64").length === 32), {
    error: "expected keys of 32 bytes in base64, separated by commas, the current one first",
  });

const addressRanges = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .refine((ranges) => ranges.every(isAddressRange), {
    error: "expected addresses or ranges separated by commas, such as 10.0.0.0/8, ::1",
  });

const dnsServers = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .refine((servers) => servers.every(isDnsServer), {
    error: "expected addresses with or without a port, separated by commas, such as 1.1.1.1, 127.0.0.1:5353",
  });

function hostNameOf(expected: string) {
  return z.string().regex(/^[a-z0-9.-]+$/, expected);
}

const environmentSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number({ error: "expected a port number" }).int().min(0).max(65535).default(3000),
  APP_URL: httpUrl.optional(),
  BOOKING_DOMAIN: hostNameOf("expected a host name in lower case without scheme or port").default(
    "localhost",
  ),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_OWNER_URL: postgresUrl.optional(),
  DATABASE_JOBS_URL: postgresUrl.optional(),
  DATA_DIR: z.string().default(".data"),
  AUTH_SECRET: secret.optional(),
  ENCRYPTION_KEY: encryptionKeys.optional(),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: httpUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "expected smtp://user:password@host:port" }).optional(),
  MAIL_FROM: z.string().optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_/, "expected a secret key of Stripe, sk_… or rk_…")
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, "expected the signing secret of a webhook endpoint, whsec_…")
    .optional(),
  STRIPE_API_BASE: httpUrl.optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GOOGLE_ISSUER_URL: httpUrl.default("https://accounts.google.com"),
  TRUSTED_PROXIES: addressRanges.default([]),
  RATE_LIMIT_PER_MINUTE: z.coerce.number({ error: "expected a number" }).int().min(0).optional(),
  CUSTOM_DOMAIN_TARGET: hostNameOf("expected a host name, such as sites.example.com").optional(),
  DNS_SERVERS: dnsServers.default([]),
  CLOUDFLARE_API_TOKEN: z.string().optional(),
  CLOUDFLARE_ZONE_ID: z.string().optional(),
  CLOUDFLARE_BASE_URL: httpUrl.optional(),
  ROLE: z.enum(["web", "worker", "all"], { error: "expected web, worker or all" }).default("all"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  DEMO: flag.optional(),
  SIGN_UP: z.enum(["open", "closed"], { error: "expected open or closed" }).default("open"),
});

/** Ten requests a second from one address: a household behind one router, not a script. */
const defaultRateLimit = 600;

type Parsed = z.infer<typeof environmentSchema>;

/** The whole environment, typed. A variable that is only needed at run time throws when it is read unset. */
export type Environment = Omit<Parsed, "ENCRYPTION_KEY" | keyof Completed> & Completed;

type Completed = {
  /** Address of the dashboard and sign-in, without a slash at the end. */
  APP_URL: string;
  /** Sender of every e-mail, such as `Slotkeeper <no-reply@example.com>`. */
  MAIL_FROM: string;
  /** Seed demo businesses into an empty database and show the local outbox. */
  DEMO: boolean;
  /** Requests that one address may make of public endpoints in a minute; 0 is no limit (the default of a demo). */
  RATE_LIMIT_PER_MINUTE: number;
  /** The application's own login; `npm start` sets it to the embedded server's when it is unset. */
  readonly DATABASE_URL: string;
  /** The job worker's login. `npm start` derives it when it is unset (see database/database-urls.ts). */
  readonly DATABASE_JOBS_URL: string;
  /** Signs sessions and links. `npm start` generates one when it is unset. */
  readonly AUTH_SECRET: string;
  /** Keys of 32 bytes in base64 for secrets at rest: the first encrypts, all of them decrypt. */
  readonly ENCRYPTION_KEYS: string[];
};

/** Parses an environment such as `process.env`; an empty string counts as unset. Throws EnvironmentError. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) throw new EnvironmentError(describeProblems(parsed.error, set));
  const values = parsed.data;
  const halfOfGoogle = Boolean(values.GOOGLE_CLIENT_ID) !== Boolean(values.GOOGLE_CLIENT_SECRET);
  if (halfOfGoogle) {
    throw new EnvironmentError("GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET must be set together");
  }
  if (Boolean(values.STRIPE_SECRET_KEY) !== Boolean(values.STRIPE_WEBHOOK_SECRET)) {
    throw new EnvironmentError(
      "STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET must be set together (docs/billing.md says where they are found)",
    );
  }
  const halfOfCloudflare = Boolean(values.CLOUDFLARE_API_TOKEN) !== Boolean(values.CLOUDFLARE_ZONE_ID);
  if (halfOfCloudflare) {
    throw new EnvironmentError("CLOUDFLARE_API_TOKEN and CLOUDFLARE_ZONE_ID must be set together");
  }
  const { ENCRYPTION_KEY, ...rest } = values;
  const demo = values.DEMO ?? isTrial(values);
  return {
    ...rest,
    APP_URL: values.APP_URL ?? `http://localhost:${values.PORT}`,
    MAIL_FROM: values.MAIL_FROM ?? `Slotkeeper <no-reply@${values.BOOKING_DOMAIN}>`,
    DEMO: demo,
    RATE_LIMIT_PER_MINUTE: values.RATE_LIMIT_PER_MINUTE ?? (demo ? 0 : defaultRateLimit),
    get DATABASE_URL() {
      return required("DATABASE_URL", values.DATABASE_URL);
    },
    get DATABASE_JOBS_URL() {
      return required("DATABASE_JOBS_URL", values.DATABASE_JOBS_URL);
    },
    get AUTH_SECRET() {
      return required("AUTH_SECRET", values.AUTH_SECRET);
    },
    get ENCRYPTION_KEYS() {
      return required("ENCRYPTION_KEYS", values.ENCRYPTION_KEYS ?? ENCRYPTION_KEY);
    },
  };
}

/** The environment of this process, parsed once. */
export const env: Environment = parseEnvironment(process.env);

/** With neither a database nor an address of its own, this is someone trying the product on their machine. */
function isTrial(values: Parsed): boolean {
  return !values.DATABASE_URL && !values.APP_URL;
}

function required<T>(name: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw new EnvironmentError(`${name} is not set. \`npm start\` provides one; a deployment sets its own.`);
}

function describeProblems(error: z.ZodError, set: Record<string, unknown>): string {
  const lines = error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const shown = /SECRET|KEY|URL/.test(name) ? "" : ` (is ${JSON.stringify(set[name])})`;
    return `  ${name}: ${issue.message}${shown}`;
  });
  return `The environment has wrong values:\n${lines.join("\n")}`;
}

/** An IPv4 address, or an IPv6 one in brackets where a port follows. */
function isDnsServer(server: string): boolean {
  const [, address = "", port] = /^\[?([^\]]+?)\]?(?::(\d{1,5}))?$/.exec(server) ?? [];
  if (isIP(server) !== 0) return true;
  return isIP(address) !== 0 && Number(port ?? 53) <= 65_535;
}

function isAddressRange(range: string): boolean {
  const [address = "", bits, ...more] = range.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
