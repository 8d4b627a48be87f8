/** Settings come from the environment; `npm run builder -- add` on the booking platform prints the last two. */
export const settings = {
  port: Number(process.env.PORT || 4200),
  /** Where the booking platform is. */
  platformUrl: (process.env.PLATFORM_URL || "http://localhost:3000").replace(/\/+$/, ""),
  /** Calls the platform API. */
  key: required("PLATFORM_KEY"),
  /** Signs our owners in. */
  secret: required("PLATFORM_SECRET"),
  /** The owners' password on our sites. A real builder has its own sign-in. */
  ownerPassword: required("OWNER_PASSWORD"),
};

function required(name: string): string {
  const value = process.env[name];
  if (value) return value;
  console.error(`${name} is not set: see README.md`);
  process.exit(1);
}
