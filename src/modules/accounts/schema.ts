import { z } from "zod";

/** An e-mail address as logins are found by it: trimmed, lower case. */
export const loginEmail = z.string().trim().toLowerCase().max(254).pipe(z.email("Enter an e-mail address"));

/** Long enough to resist guessing, short enough to hash; anything a keyboard can type. */
export const newPassword = z
  .string()
  .min(10, "Use at least 10 characters")
  .max(200, "Use at most 200 characters");

/** Where a sign-in comes from: an address to count attempts by (never stored as it is) and the browser's words. */
export const Visitor = z.object({
  address: z.string(),
  userAgent: z.string().nullable(),
  /** Tokens by which the browser says that logins have signed in on it before, one for each login. */
  devices: z.array(z.string()).optional(),
});
export type Visitor = z.infer<typeof Visitor>;

export const SignInInput = z.object({
  email: loginEmail,
  password: z.string().min(1).max(1000),
  visitor: Visitor,
});
export type SignInInput = z.infer<typeof SignInInput>;

/** A login that has just been proven by a first factor: a password, a link, a provider, a token of a website builder. */
export type ProvenLogin = {
  userId: string;
  /** Proven for this business alone: what a website builder says of a login counts in its own businesses (A1). */
  onlyTenantId?: string;
};

/** What a browser that proved a login gets: a session, or the question for the second factor. */
export type Entry =
  | {
      kind: "entered";
      userId: string;
      sessionId: string;
      /** Replace the tokens that the browser has. */
      devices: string[];
    }
  | { kind: "secondFactor"; challengeToken: string };

/** Whether a link by e-mail signs in an existing login, or makes one for an address without (A2). */
export const LinkPurpose = z.enum(["sign_in", "sign_up"]);
export type LinkPurpose = z.infer<typeof LinkPurpose>;

export const RequestLoginLinkInput = z.object({
  email: loginEmail,
  /** What the page that asks is for. */
  purpose: LinkPurpose,
  visitor: Visitor,
});
export type RequestLoginLinkInput = z.infer<typeof RequestLoginLinkInput>;

export const ConsumeLoginLinkInput = z.object({ token: z.string().min(20).max(100) });
export type ConsumeLoginLinkInput = z.infer<typeof ConsumeLoginLinkInput>;

export const ConfirmSignUpInput = ConsumeLoginLinkInput.extend({
  /** What the person is called; the part of the address before the @ when left out. */
  name: z.string().max(200).optional(),
});
export type ConfirmSignUpInput = z.infer<typeof ConfirmSignUpInput>;

export const ChangePasswordInput = z.object({
  userId: z.uuid(),
  /** The browser that asks stays signed in; all others are signed out. */
  sessionId: z.uuid(),
  /** Not needed for a login without a password, nor in the first minutes after signing in. */
  currentPassword: z.string().max(1000).optional(),
  newPassword,
});
export type ChangePasswordInput = z.infer<typeof ChangePasswordInput>;

/** Whose affair it is, and by what they show again that it is theirs (see proveIdentity). */
export type Proven = { userId: string; sessionId: string; currentPassword?: string | undefined };

/** What its owner is told by e-mail, whoever did it. */
export const LoginChange = z.enum([
  "passwordChanged",
  "totpAdded",
  "totpRemoved",
  "passkeyAdded",
  "passkeyRemoved",
  "recoveryCodesRenewed",
]);
export type LoginChange = z.infer<typeof LoginChange>;

/** Recovery codes come with the first second factor, and are shown this once. */
export type FactorAdded = { recoveryCodes: string[] | null };

/** A sign-in whose second step is passed: the session, and the page that it was begun for. */
export type Passed = { entry: Extract<Entry, { kind: "entered" }>; next: string };

export const roles = ["owner", "admin", "staff"] as const;
export type Role = (typeof roles)[number];

export type Membership = {
  membershipId: string;
  tenantId: string;
  slug: string;
  businessName: string;
  status: "active" | "suspended";
  role: Role;
  /** The staff member this login is, when it is one. */
  staffId: string | null;
  /** Rights beyond the role's, and those of the role that this member has not (F5). */
  grantedRights: string[];
  deniedRights: string[];
};

/** A platform admin works in a business as its owner would, until an instant (A8). */
export type Acting = Pick<Membership, "tenantId" | "slug" | "businessName" | "status"> & { until: string };

export type Login = { userId: string; email: string; name: string };

/** A signed-in browser, as its owner sees it. */
export type SessionView = {
  id: string;
  label: string;
  /** Instants, ISO 8601. */
  signedInAt: string;
  expiresAt: string;
  /** Whether it is the one that asks. */
  current: boolean;
};
