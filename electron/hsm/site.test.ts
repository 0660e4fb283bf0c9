// The site file: only Microsoft's own addresses for Microsoft's clouds, and no look-alike.
import { describe, expect, it } from "vitest";
import { utf8 } from "../../crypto/index.ts";
import { readSiteFile, siteOf } from "./site.ts";

const TENANT = "11111111-2222-3333-4444-555555555555";
const good = {
  hsm: "https://contoso.managedhsm.azure.net/",
  tenant: TENANT.toUpperCase(),
  resource:
    `/subscriptions/${TENANT}/resourceGroups/rg`
    + "/providers/Microsoft.KeyVault/managedHSMs/Contoso",
};
const wrong = (what: string): unknown =>
  expect.objectContaining({
    code: "E-HSM-SITE",
    message: expect.stringContaining(` ${what} is missing`) as string,
  });

describe("a site", () => {
  it("is of the public cloud and signs in by a browser, unless it says otherwise", () => {
    expect(siteOf(good)).toMatchObject({
      name: "Contoso",
      url: "https://contoso.managedhsm.azure.net",
      tenant: TENANT,
      signIn: "browser",
      client: null,
      clientCertificate: null,
      cloud: { authority: "https://login.microsoftonline.com" },
    });
  });

  it.each([
    ["usgov", "managedhsm.usgovcloudapi.net", "https://login.microsoftonline.us"],
    ["china", "managedhsm.azure.cn", "https://login.chinacloudapi.cn"],
  ])("of the cloud %s has its own addresses", (cloud, hsm, authority) => {
    const site = siteOf({ ...good, cloud, hsm: `https://contoso.${hsm}` });
    expect(site.cloud.authority).toBe(authority);
    expect(() => siteOf({ ...good, cloud })).toThrow(wrong("hsm"));
  });

  it.each([
    "https://contoso.managedhsm.azure.net.evil.com",
    "https://contoso.managedhsm.azure.com",
    "https://contoso.managedhsm-azure.net",
    "https://contoso-managedhsm.azure.net",
    "https://c0ntoso.managedhsm.azure.net",
    "https://contoso.evil.managedhsm.azure.net",
    "https://evil.com/contoso.managedhsm.azure.net",
    "https://evil.com#.managedhsm.azure.net",
    "https://contoso.managedhsm.azure.net@evil.com",
    "https://contoso.managedhsm.azure.net:8443",
    "https://contoso.managedhsm.azure.net.",
    "http://contoso.managedhsm.azure.net",
    "https://contoso.managedhsm.azure.cn",
    "https://contoso.vault.azure.net",
    "https://\u0441ontoso.managedhsm.azure.net",
    "https://contoso.managedhsm\u3002azure.net",
    "https://xn--ontoso-2of.managedhsm.azure.net",
    "contoso.managedhsm.azure.net",
    "",
  ])("does not take the look-alike %j", (hsm) => {
    expect(() => siteOf({ ...good, hsm })).toThrow(wrong("hsm"));
  });

  it("may name two timestamp authorities, each with or without an address", () => {
    expect(siteOf(good).timestamps).toBeUndefined();
    const timestamps = [
      { certificate: "contoso.pem", url: "http://tsa.contoso.example/tsr" },
      { certificate: "fabrikam.pem" },
    ];
    expect(siteOf({ ...good, timestamps }).timestamps).toEqual([
      timestamps[0],
      { certificate: "fabrikam.pem", url: null },
    ]);
  });

  it.each([
    ["tenant", { tenant: "contoso.onmicrosoft.com" }],
    ["resource", { resource: "/x" }],
    ["signIn", { signIn: "password" }],
    ["cloud", { cloud: "moon" }],
    ["cloud", { cloud: { authority: "https://a.example", arm: "https://b.example", hsm: "c.d" } }],
    ["cloud", { cloud: { authority: "http://a.x", arm: "https://b.x", hsm: "c.d", caFile: "c" } }],
    ["timestamps", { timestamps: [] }],
    ["timestamps", { timestamps: [{ certificate: "a.pem" }] }],
    ["timestamps", { timestamps: [{ certificate: "a.pem" }, { certificate: "a.pem" }] }],
    ["timestamps", { timestamps: [{ certificate: "a.pem" }, { certificate: "b.pem", url: "b" }] }],
    ["timestamps", { timestamps: [{ certificate: "a.pem" }, { certificate: "" }] }],
    ["timestamps", { timestamps: [{ certificate: "a.pem" }, { certificate: "b.pem", pin: "" }] }],
    ["client", { client: "me" }],
    ["clientCertificate", { clientCertificate: "x.pem" }],
    ["clientCertificate", { signIn: "client-certificate", client: TENANT }],
    ["client", { signIn: "client-certificate", clientCertificate: "x.pem" }],
  ])("whose %s is wrong says so", (what, change) => {
    expect(() => siteOf({ ...good, ...change })).toThrow(wrong(what));
  });
});

describe("a site file", () => {
  it("is strict JSON with known members", () => {
    expect(readSiteFile(utf8(JSON.stringify(good)))).toEqual(good);
    for (const text of ["", "[]", "{", '{"hsm":1,"hsm":2}', '{"password":"x"}'])
      expect(() => readSiteFile(utf8(text))).toThrow(wrong("form"));
  });
});
