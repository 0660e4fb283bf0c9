// Only the exact host and port: look-alikes, and texts that a parser would repair, are refused.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { allowedUrl } from "./allow-list.ts";

const HOST = "contoso.managedhsm.azure.net";
const allow = [`${HOST}:443`];

describe("allowedUrl", () => {
  it.each([
    `https://${HOST}`,
    `https://${HOST}/`,
    `https://${HOST}:443/keys?api-version=7.5`,
    `HTTPS://Contoso.ManagedHSM.azure.net/`,
  ])("takes %s", (text) => {
    expect(allowedUrl(text, allow).hostname).toBe(HOST);
  });

  it.each([
    `http://${HOST}/`,
    `https://${HOST}:8443/`,
    `https://${HOST}./`,
    `https://${HOST}.evil.com/`,
    `https://evil-${HOST}/`,
    `https://evil.${HOST}/`,
    `https://contoso.managedhsm.azure.com/`,
    `https://contoso.managedhsm-azure.net/`,
    `https://c0ntoso.managedhsm.azure.net/`,
    `https://${HOST}@evil.com/`,
    `https://user:word@${HOST}/`,
    `https://evil.com\\@${HOST}/`,
    `https://evil.com/#@${HOST}`,
    `https://evil.com/${HOST}`,
    `https://evil.com?${HOST}`,
    `https://${HOST}%2eevil.com/`,
    `https://${HOST}%00.evil.com/`,
    `https:/\\${HOST}/`,
    `https://c\u043Entoso.managedhsm.azure.net/`,
    `https://contoso\u3002managedhsm.azure.net/`,
    `https://contoso.managed\nhsm.azure.net/`,
    ` https://${HOST}/`,
    `https:${HOST}/`,
    `//${HOST}/`,
    HOST,
    "",
    `https://${HOST}/#part`,
    `ftp://${HOST}/`,
  ])("refuses %j with E-HSM-HOST", (text) => {
    expect(() => allowedUrl(text, allow)).toThrow(expect.objectContaining({ code: "E-HSM-HOST" }));
  });

  it("whatever is around the host, accepts nothing that leads elsewhere", () => {
    const junk = fc.string({ maxLength: 12, unit: "binary" });
    fc.assert(
      fc.property(junk, junk, (before, after) => {
        try {
          const url = allowedUrl(`https://${before}${HOST}${after}`, allow);
          expect(url.host).toBe(HOST);
        } catch (error) {
          expect(error).toMatchObject({ code: "E-HSM-HOST" });
        }
      }),
      { numRuns: 2000 },
    );
  });
});
