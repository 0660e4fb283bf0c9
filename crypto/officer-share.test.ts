// A share is found by its certificate's thumbprint, by the SHA-256 of its base64 text, or by trying.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { codeOf } from "./code-of.fixture.ts";
import { makeDomain } from "./domain.fixture.ts";
import { readSecurityDomain, shareNamedBy, utf8, type Certificate } from "./index.ts";
import { openShare, shareOpenedBy } from "./secret-half.ts";
import { makePool } from "./pool.fixture.ts";

const [stranger, ...officers] = await makePool([2048, 2048, 2048, 2048]);
const made = makeDomain(3, 2, officers);
const TRY = ["E-CERT-UNKNOWN"];
const keyOf = (i: number) => ({ pkcs8: officers[i]!.pkcs8, warnings: [] });

/** The domain with every share named differently. */
const named = (name: (certificate: Certificate) => string) => {
  const value = JSON.parse(made.text) as {
    SharedKeys: { enc_shares: { x5t_256: string; enc_key: string }[] };
  };
  value.SharedKeys.enc_shares.forEach((share, i) => {
    share.x5t_256 = name(officers[i]!.certificate);
  });
  return readSecurityDomain(utf8(JSON.stringify(value)));
};
const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("base64url");
const text = ({ der }: Certificate) => Buffer.from(der).toString("base64");

const NAMINGS = [
  ["its DER", ({ der }: Certificate) => sha256(der), "thumbprint"],
  [
    "its base64 text, as azurerm writes it, with =",
    (one: Certificate) => `${sha256(text(one))}=`,
    "text",
  ],
  ["its base64 text", (one: Certificate) => sha256(text(one)), "text"],
  ["its base64 text without =", (one: Certificate) => sha256(text(one).replace(/=+$/, "")), "text"],
] as const;

describe("a share", () => {
  test.each(NAMINGS)("named by the SHA-256 of %s is found and opened", (_, name, by) => {
    const domain = named(name);
    officers.forEach(({ certificate }, i) => {
      expect(shareNamedBy(domain, certificate)).toEqual({ share: domain.shares[i], by });
      expect(openShare(domain, keyOf(i), certificate, i + 1).n).toBe(i + 1);
    });
    expect(shareNamedBy(domain, stranger!.certificate)).toBeNull();
  });

  test("with another name is opened only if every share may be tried", () => {
    const domain = named((one) => sha256(`${text(one)} `));
    const open = (accepted: readonly string[]) =>
      openShare(domain, keyOf(2), officers[2]!.certificate, 3, accepted);
    expect(codeOf(() => open([]))).toBe("E-CERT-UNKNOWN");
    expect(open(TRY).thumbprint).toBe(domain.shares[2]!.thumbprint);
    expect(shareOpenedBy(domain, keyOf(1), 1)).toEqual({ share: domain.shares[1], by: "trial" });
  });

  test("that no key opens is refused by the key's number", () => {
    const key = { pkcs8: stranger!.pkcs8, warnings: [] };
    expect(codeOf(() => shareOpenedBy(named(NAMINGS[0][1]), key, 4))).toBe("E-SHARE-NONE");
  });

  test("whose name ends in two =, or has 43 other characters, is refused", () => {
    for (const wrong of ["==", "=A"])
      expect(codeOf(() => named((one) => sha256(text(one)) + wrong))).toBe("E-SD-THUMBPRINT");
  });
});
