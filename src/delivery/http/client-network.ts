import { isIPv6 } from "node:net";
import { clientAddress } from "./client-address.ts";

/** What a visitor is counted as wherever only so much is allowed at once or in a time. */
export function clientNetwork(headers: Headers): string {
  return networkOf(clientAddress(headers));
}

/**
 * An IPv4 address as it is; of an IPv6 address its network, the first 64 bits: whoever has one address of such a network
 * has all 2^64 of them, and would be somebody new with each request.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  const [head = "", tail = ""] = plain.toLowerCase().split("::");
  const [first, last] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill("0");
  const groups = [...first, ...zeros, ...last].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** Four numbers at the end, as of IPv4, are two groups. */
function groupsOf(part: string): string[] {
  if (part === "") return [];
  return part.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : [group]));
}
