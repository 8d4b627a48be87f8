import { BlockList, isIP } from "node:net";

/** Whether an address belongs to a proxy whose `X-Forwarded-*` headers are believed. */
export type TrustsAddress = (address: string) => boolean;

/** Builds the test from ranges such as `10.0.0.0/8` or `::1` (TRUSTED_PROXIES; checked when the environment is read). */
export function trustedProxies(ranges: readonly string[]): TrustsAddress {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = "", bits] = range.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const plain = plainAddress(address);
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 6 ? "ipv6" : "ipv4");
  };
}

/** `::ffff:10.0.0.1` is how a server listening on IPv6 sees `10.0.0.1`. */
export function plainAddress(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

/**
 * The visitor's address: the socket's, unless that is a trusted proxy; then the last address of `X-Forwarded-For`
 * that is not a trusted proxy itself. Whatever a visitor writes in front of that is ignored.
 */
export function visitorAddress(
  peer: string,
  forwardedFor: string | undefined,
  trusts: TrustsAddress,
): string {
  let address = plainAddress(peer);
  const hops = (forwardedFor ?? "").split(",").map((hop) => plainAddress(hop.trim()));
  for (const hop of hops.reverse()) {
    if (!trusts(address) || isIP(hop) === 0) break;
    address = hop;
  }
  return address;
}
