import { describe, expect, it } from "vitest";
import { type AddressFacts, canonicalAddress, type Installation } from "./addresses.ts";

const here: Installation = { appUrl: "http://localhost:3000", bookingDomain: "localhost" };
const deployed: Installation = { appUrl: "https://app.example.com", bookingDomain: "book.example.com" };
const withoutNames: Installation = { appUrl: "https://app.example.com", bookingDomain: "localhost" };

const plain = { slug: "harbor", customHost: null, siteHost: null, siteOrigin: null };
const custom = { customHost: "book.harbor.example" };
const site = { siteHost: "harbor.builder.example" };
const withPort = { ...site, siteOrigin: "http://harbor.builder.example:4300" };

describe("where links to a business lead", () => {
  it.each<[AddressFacts["mode"], Partial<AddressFacts>, Installation, string]>([
    ["standalone", {}, here, "http://harbor.localhost:3000"],
    ["standalone", {}, deployed, "https://harbor.book.example.com"],
    ["standalone", {}, withoutNames, "https://app.example.com/harbor"],
    ["standalone", custom, deployed, "https://book.harbor.example"],
    ["standalone", custom, withoutNames, "https://book.harbor.example"],
    ["standalone", custom, here, "http://book.harbor.example:3000"],
    ["standalone", { ...custom, ...site }, deployed, "https://book.harbor.example"],
    ["standalone", site, deployed, "https://harbor.book.example.com"],
    ["integrated", site, deployed, "https://harbor.builder.example/book"],
    ["integrated", withPort, here, "http://harbor.builder.example:4300/book"],
    ["integrated", { ...custom, ...site }, deployed, "https://harbor.builder.example/book"],
    ["integrated", {}, deployed, "https://harbor.book.example.com"],
    ["integrated", custom, deployed, "https://book.harbor.example"],
    ["hybrid", { ...custom, ...site }, deployed, "https://book.harbor.example"],
    ["hybrid", site, deployed, "https://harbor.book.example.com"],
  ])("in the mode %s with %j at %j is %s", (mode, hosts, installation, url) => {
    expect(canonicalAddress({ ...plain, mode, ...hosts }, installation).url).toBe(url);
  });
});
