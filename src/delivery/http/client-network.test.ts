import { describe, expect, it } from "vitest";
import { clientNetwork, networkOf } from "./client-network.ts";

describe("what a visitor is counted as", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::1", "2001:db8:1:2::/64"],
    ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
    ["2001:db8::5", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["1::", "1:0:0:0::/64"],
    ["64:ff9b::203.0.113.9", "64:ff9b:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s is %s", (address, counted) => {
    expect(networkOf(address)).toBe(counted);
  });

  it("is of the address that was settled", () => {
    const headers = new Headers({ "x-client-address": "2001:db8:1:2::77", "x-forwarded-for": "1.2.3.4" });
    expect(clientNetwork(headers)).toBe("2001:db8:1:2::/64");
    expect(clientNetwork(new Headers())).toBe("unknown");
  });
});
