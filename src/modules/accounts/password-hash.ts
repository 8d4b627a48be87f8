import { hash, verify } from "@node-rs/argon2";

/** Measured: 43 ms and 46 MB each. `algorithm: 2` is argon2id; the package's enum cannot be read at run time. */
const cost = { algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

/** More at once would starve everything else on the machine of processor and memory. */
const hashesAtOnce = 2;
/** About a second and a half of waiting; whoever comes then is told to try again. */
const longestQueue = 64;

let running = 0;
const waiting: (() => void)[] = [];

/** Raised when more people sign in at once than can be served; nothing was checked. */
export class HashingBusyError extends Error {
  override name = "HashingBusyError";
}

/** argon2id in the PHC string format. Throws HashingBusyError. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

/**
 * Whether `password` is the one behind `stored`. Without a stored hash (no such login, or one without a password) the
 * same work is done against a hash that nothing matches, so that the time tells nobody which e-mail addresses exist.
 * `known`: asked from a browser that the login is known in, whose few attempts come before a crowd of strangers' and are
 * never turned away for it. Throws HashingBusyError.
 */
export function passwordMatches(
  stored: string | null,
  password: string,
  { known = false } = {},
): Promise<boolean> {
  return inTurn(async () => {
    const matches = await verify(stored ?? (await hashOfNobody()), password);
    return matches && stored !== null;
  }, known);
}

let nobody: Promise<string> | undefined;

function hashOfNobody(): Promise<string> {
  nobody ??= hash(crypto.randomUUID(), cost);
  return nobody;
}

async function inTurn<T>(work: () => Promise<T>, first = false): Promise<T> {
  if (running >= hashesAtOnce) {
    if (waiting.length >= longestQueue && !first) throw new HashingBusyError("Too many sign-ins at once");
    // Whoever finishes hands over the turn, so `running` stays as it is.
    await new Promise<void>((resolve) => {
      if (first) waiting.unshift(resolve);
      else waiting.push(resolve);
    });
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
