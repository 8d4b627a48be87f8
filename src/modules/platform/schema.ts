import { z } from "zod";
import { featureNames } from "#modules/plans/rules/features.ts";
import { type Plan, planTracks } from "#modules/plans/schema.ts";
import { currency, id, optionalText, requiredText, wholeNumber } from "#modules/tenants/fields.ts";
import { tenantModes, tenantStatuses } from "#modules/tenants/schema.ts";

/** Why something is done to a business: its team reads it in its history. */
export const reason = requiredText("Say why: the business reads it in its history", 300);

const cursor = z.string().max(1000).optional();
const limit = z.number().int().min(1).max(100).default(50);
const search = z.string().trim().max(200, "Use at most 200 characters").default("");

export const BusinessId = z.object({ businessId: id });
export type BusinessId = z.infer<typeof BusinessId>;

export const ListBusinessesInput = z.object({
  /** Part of the name, of the address, or of the owner's e-mail. */
  search,
  status: z.enum(tenantStatuses).optional(),
  mode: z.enum(tenantModes).optional(),
  /** A plan's id, or `none`. */
  planId: z.string().max(60).optional(),
  cursor,
  limit,
});
export type ListBusinessesInput = z.infer<typeof ListBusinessesInput>;

export type BusinessSummary = {
  id: string;
  slug: string;
  name: string;
  mode: (typeof tenantModes)[number];
  status: (typeof tenantStatuses)[number];
  suspendedBy: string | null;
  createdAt: string;
  planId: string | null;
  billedBy: string | null;
  subscriptionStatus: string | null;
  ownerName: string | null;
  ownerEmail: string | null;
};

export type ListBusinessesOutput = { businesses: BusinessSummary[]; nextCursor: string | null };

/** Everything that the platform looks after of one business; nothing of its customers. */
export type BusinessFile = Pick<
  BusinessSummary,
  "id" | "slug" | "name" | "mode" | "status" | "suspendedBy" | "createdAt"
> & {
  kind: string;
  email: string | null;
  phone: string | null;
  website: string | null;
  timeZone: string;
  currency: string;
  paymentsAllowed: boolean;
  /** Why it is suspended, as it was written when it was. */
  suspensionReason: string | null;
  builderName: string | null;
  builderReference: string | null;
  plan: {
    id: string;
    name: string;
    billedBy: string;
    status: string;
    trialEndsAt: string | null;
    periodEndsAt: string | null;
    graceEndsAt: string | null;
  } | null;
  team: { userId: string; name: string; email: string; role: string }[];
  domains: { host: string; kind: string; status: string }[];
  counts: { locations: number; staff: number; services: number; appointments: number };
};

export const SuspendBusinessInput = BusinessId.extend({ reason });
export type SuspendBusinessInput = z.infer<typeof SuspendBusinessInput>;

export const RestoreBusinessInput = BusinessId.extend({
  /** Also what others suspended: it has not paid, or its website builder stopped it. */
  overrule: z.boolean().default(false),
});
export type RestoreBusinessInput = z.infer<typeof RestoreBusinessInput>;

export const AllowPaymentsInput = BusinessId.extend({ allowed: z.boolean() });
export type AllowPaymentsInput = z.infer<typeof AllowPaymentsInput>;

export const GivePlanInput = BusinessId.extend({ planId: z.string("Choose a plan").min(1, "Choose a plan") });
export type GivePlanInput = z.infer<typeof GivePlanInput>;

export const StartActingInput = BusinessId.extend({ reason });
export type StartActingInput = z.infer<typeof StartActingInput>;

export const ListLoginsInput = z.object({ search, cursor, limit });
export type ListLoginsInput = z.infer<typeof ListLoginsInput>;

export type LoginSummary = { id: string; email: string; name: string; disabled: boolean; createdAt: string };
export type ListLoginsOutput = { logins: LoginSummary[]; nextCursor: string | null };

export const LoginId = z.object({ userId: id });
export type LoginId = z.infer<typeof LoginId>;

export type LoginFile = LoginSummary & {
  isPlatformAdmin: boolean;
  hasSecondFactor: boolean;
  /** Browsers that are signed in. */
  sessions: number;
  businesses: { id: string; name: string; slug: string; role: string; status: string }[];
};

export const JobId = z.object({ jobId: z.string().regex(/^[1-9]\d{0,17}$/, "This is not a valid id") });
export type JobId = z.infer<typeof JobId>;

export const ListFailedJobsInput = z.object({ businessId: id.optional(), cursor, limit });
export type ListFailedJobsInput = z.infer<typeof ListFailedJobsInput>;

export type FailedJob = {
  id: string;
  task: string;
  businessId: string | null;
  businessName: string | null;
  /** What it works on: ids, never names or addresses. */
  ids: Record<string, string>;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  failedAt: string;
};
export type ListFailedJobsOutput = { jobs: FailedJob[]; nextCursor: string | null };

export const ListPlatformTrailInput = z.object({
  businessId: id.optional(),
  /** The e-mail address of whoever did it. */
  actorEmail: z.string().trim().toLowerCase().max(254).optional(),
  actorKind: z.string().max(30).optional(),
  /** One of the kinds of `modules/audit/rules/event-words.ts`. */
  kind: z.string().max(30).optional(),
  /** Dates, YYYY-MM-DD, both included, in UTC. */
  from: z.iso.date("Enter a date").optional(),
  to: z.iso.date("Enter a date").optional(),
  cursor,
  limit,
});
export type ListPlatformTrailInput = z.infer<typeof ListPlatformTrailInput>;

export type PlatformTrailEntry = {
  id: string;
  /** Whose trail it stands in. */
  source: "business" | "platform";
  type: string;
  subjectType: string;
  subjectId: string;
  businessId: string | null;
  businessName: string | null;
  actorKind: string;
  actorName: string | null;
  reason: string | null;
  at: string;
};
export type ListPlatformTrailOutput = { entries: PlatformTrailEntry[]; nextCursor: string | null };

export type Figures = {
  businesses: number;
  byMode: Counted[];
  byStatus: Counted[];
  byPlan: Counted[];
  pastDue: number;
  failedJobs: number;
  /** A month, by currency: what businesses pay this platform, and what website builders collect for theirs. */
  revenue: { currency: string; direct: number; builders: number }[];
  /** Mondays and dates, the oldest first, without gaps. */
  newPerWeek: { date: string; count: number }[];
  bookingsPerDay: { date: string; count: number }[];
  /** Whether the admin who asks signs in with a second factor. */
  hasSecondFactor: boolean;
};
export type Counted = { name: string; count: number };

const atMost = (maximum: number) => wholeNumber({ minimum: 1, maximum, unit: "" }).nullable();

/** A plan as it is edited (A6). Its id and who bills for it stay as they were when it was made. */
export const SavePlanInput = z.object({
  id: z
    .string("Enter a short name for addresses and keys")
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use lower case letters, digits and hyphens, like standalone-team")
    .max(60, "Use at most 60 characters"),
  /** Whether it is to be made; else it must be there. */
  isNew: z.boolean().default(false),
  track: z.enum(planTracks, "Choose who bills"),
  name: requiredText("Enter a name", 60),
  description: optionalText(200),
  priceMinor: wholeNumber({ minimum: 0, maximum: 100_000_000, unit: "" }),
  currency,
  position: wholeNumber({ minimum: 0, maximum: 1000, unit: "" }),
  limits: z.object({
    locations: atMost(10_000),
    staff: atMost(10_000),
    services: atMost(10_000),
    bookingsPerMonth: wholeNumber({ minimum: 0, maximum: 10_000_000, unit: "" }).nullable(),
  }),
  smsPerMonth: wholeNumber({ minimum: 0, maximum: 1_000_000, unit: "" }),
  features: z.array(z.enum(featureNames)).transform((words) => [...new Set(words)]),
  trialDays: wholeNumber({ minimum: 0, maximum: 365, unit: "days" }),
  stripePriceId: optionalText(120).refine(
    (price) => price === null || /^price_[A-Za-z0-9_]+$/.test(price),
    "Enter the id of a price at Stripe, like price_1Nv0FG",
  ),
});
export type SavePlanInput = z.infer<typeof SavePlanInput>;

export const RetirePlanInput = z.object({ id: z.string().max(60), retired: z.boolean() });
export type RetirePlanInput = z.infer<typeof RetirePlanInput>;

export type PlanInUse = Plan & {
  /** That have it now. */
  businesses: number;
};
