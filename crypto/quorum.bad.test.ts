// Shares that are damaged, doubled, foreign or too few (B024, B026, B028 to B031, B063).
import { beforeAll, describe, expect, test } from "vitest";
import { makeDomain, type MadeDomain } from "./domain.fixture.ts";
import { fromBase64Url, readSecurityDomain, toBase64Url, utf8 } from "./index.ts";
import { openWithPrivateKey } from "./jwe-content.ts";
import { random } from "./native.ts";
import { openEntries } from "./quorum.ts";
import { refusalOf } from "./refusal.fixture.ts";
import {
  openShare,
  proveQuorum,
  sealForKey,
  writeShare,
  type OfficerShare,
} from "./secret-half.ts";

let ours: MadeDomain;
let foreign: MadeDomain;
beforeAll(() => {
  ours = makeDomain(3, 2);
  foreign = makeDomain(3, 2, ours.officers);
});

const NOW = new Date("2026-11-24T10:00:00Z");
const domainOf = (made: MadeDomain) => readSecurityDomain(utf8(made.text));
const open = (made: MadeDomain, seat: number): OfficerShare => {
  const officer = made.officers[seat - 1];
  if (officer === undefined) throw new Error("no such officer");
  return openShare(
    domainOf(made),
    { pkcs8: officer.pkcs8, warnings: [] },
    officer.certificate,
    seat,
  );
};

test("three good shares prove every pair", () => {
  const proof = proveQuorum(
    domainOf(ours),
    [1, 2, 3].map((seat) => open(ours, seat)),
    NOW,
  );
  expect(proof.subsets).toEqual([
    [1, 2],
    [1, 3],
    [2, 3],
  ]);
});

test("B031 shares of two domains, each good alone, give no blob and no proof", () => {
  const mixed = [open(ours, 1), open(foreign, 2)];
  expect(refusalOf(() => openEntries(domainOf(ours), mixed)).code).toBe("E-SHARE-MISMATCH");
  const three = [open(ours, 1), open(ours, 2), open(foreign, 3)];
  const { code, message } = refusalOf(() => proveQuorum(domainOf(ours), three, NOW));
  expect(code).toBe("E-SHARE-FOREIGN");
  expect(message).toMatch(/: the share of officer 3\.$/);
});

test("B031 shares that all belong to another domain, and agree, blame no officer", () => {
  const theirs = [1, 2, 3].map((seat) => open(foreign, seat));
  const { code, message } = refusalOf(() => proveQuorum(domainOf(ours), theirs, NOW));
  expect([code, message]).toEqual([
    "E-SHARE-DATA",
    "3 of the 3 shares given belong together, " + "but not to this security domain's data.",
  ]);
  expect(refusalOf(() => openEntries(domainOf(ours), theirs.slice(1))).code).toBe(
    "E-SHARE-MISMATCH",
  );
});

test("a share whose sealed text is altered, or for another key, names its officer", () => {
  const [, second] = ours.officers;
  if (second === undefined) throw new Error("no officer");
  const said = (change: (bytes: Uint8Array) => Uint8Array, part: 1 | 3) => {
    const at = { count: 0 };
    const text = ours.text.replace(/"enc_key":"([^"]*)"/g, (whole, jwe: string) =>
      (at.count += 1) === 2 ? `"enc_key":"${changed(jwe, part, change)}"` : whole,
    );
    return refusalOf(() =>
      openShare(
        readSecurityDomain(utf8(text)),
        { pkcs8: second.pkcs8, warnings: [] },
        second.certificate,
        2,
      ),
    );
  };
  expect(said(oneBit, 3)).toMatchObject({
    code: "E-JWE-AUTH",
    message: "The share of officer 2 was altered or belongs to another security domain.",
  });
  expect(said(oneBit, 1)).toMatchObject({
    code: "E-JWE-OAEP",
    message: "The share of officer 2 could not be decrypted with its private key.",
  });
});

test("B063 the same officer twice", () => {
  const share = open(ours, 1);
  expect(refusalOf(() => proveQuorum(domainOf(ours), [share, { ...share, n: 2 }], NOW)).code).toBe(
    "E-QUORUM-SAME",
  );
});

test("too few officers", () => {
  expect(refusalOf(() => proveQuorum(domainOf(ours), [open(ours, 1)], NOW)).code).toBe(
    "E-QUORUM-SHORT",
  );
});

describe("B024 data altered in one bit", () => {
  /** Our domain with the entries at these indices altered. */
  const altered = (...places: readonly number[]) => {
    const at = { count: -1 };
    return readSecurityDomain(
      utf8(
        ours.text.replace(/"compact_jwe":"([^"]*)"/g, (whole, jwe) =>
          places.includes((at.count += 1))
            ? `"compact_jwe":"${changed(String(jwe), 3, oneBit)}"`
            : whole,
        ),
      ),
    );
  };
  const saidOf = (domain: ReturnType<typeof domainOf>, count: number) => {
    const shares = [1, 2, 3].slice(0, count).map((seat) => open(ours, seat));
    const { code, message } = refusalOf(() => openEntries(domain, shares));
    return `${code}: ${message}`;
  };

  test.each([0, 1, 2])("in entry %i (from 0) is named, and no share", (place) => {
    for (const count of [2, 3])
      expect(saidOf(altered(place), count)).toBe(
        `E-JWE-AUTH: Data entry ${String(place + 1)} `
          + "was altered or belongs to another security domain.",
      );
  });

  test("in every entry blames no officer, and says no more than is known", () => {
    expect(saidOf(altered(0, 1, 2), 3)).toBe(
      "E-SHARE-DATA: 3 of the 3 shares given belong "
        + "together, but not to this security domain's data.",
    );
    expect(saidOf(altered(0, 1, 2), 2)).toBe(
      "E-SHARE-MISMATCH: The 2 shares given and this "
        + "security domain's data do not all belong together, and which of them is wrong cannot be "
        + "determined.",
    );
  });
});

describe("a share whose sealed content is wrong", () => {
  const opened = (plaintext: Uint8Array) => {
    const officer = ours.officers[0];
    if (officer === undefined) throw new Error("no officer");
    const sealed = sealForKey(plaintext, officer.certificate.spki, "not used");
    const text = ours.text.replace(/"enc_key":"[^"]*"/, `"enc_key":"${sealed}"`);
    return refusalOf(() =>
      openShare(
        readSecurityDomain(utf8(text)),
        { pkcs8: officer.pkcs8, warnings: [] },
        officer.certificate,
        1,
      ),
    ).code;
  };
  test("B028 of odd or other length", () => {
    for (const length of [0, 1, 63, 62, 66])
      expect(opened(new Uint8Array(length))).toBe("E-SHARE-LENGTH");
  });
  test("B029 with x = 0, x changing, or a value above 256", () => {
    const good = writeShare({ x: 1, values: Array.from({ length: 32 }, () => 5) });
    for (const change of [
      [0, 0],
      [0x05, 0x04],
      [0x01, 0x03],
    ] as const) {
      const bytes = good.slice();
      bytes.set(change, 4);
      expect(opened(bytes)).toBe("E-SHARE-VALUE");
    }
    expect(opened(new Uint8Array(64))).toBe("E-SHARE-VALUE");
  });
  test("B030 that combines to 256 with another", () => {
    const values = Array.from({ length: 32 }, () => 256);
    const flat = (x: number, seat: number): OfficerShare => ({
      n: seat,
      thumbprint: String(seat),
      share: { x, values },
    });
    expect(refusalOf(() => openEntries(domainOf(ours), [flat(1, 1), flat(2, 2)])).code).toBe(
      "E-SHARE-MISMATCH",
    );
  });
  test("B026 whose content key is not 64 bytes long", () => {
    const officer = ours.officers[0];
    const jwe = domainOf(ours).shares[0]?.jwe;
    if (officer === undefined || jwe === undefined) throw new Error("no share");
    for (const length of [32, 63, 65]) {
      const encryptedKey = ours.wrap(random(length), officer.certificate.spki);
      expect(
        refusalOf(() => openWithPrivateKey({ ...jwe, encryptedKey }, officer.pkcs8)).code,
      ).toBe("E-JWE-CEK-LENGTH");
    }
  });
  test("B062 whose key was wrapped with OAEP over SHA-1", () => {
    const officer = ours.officers[0];
    const jwe = domainOf(ours).shares[0]?.jwe;
    if (officer === undefined || jwe === undefined) throw new Error("no share");
    const encryptedKey = ours.wrap(random(64), officer.certificate.spki, "sha1");
    expect(refusalOf(() => openWithPrivateKey({ ...jwe, encryptedKey }, officer.pkcs8)).code).toBe(
      "E-JWE-OAEP",
    );
  });
});

const oneBit = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 5 ? byte ^ 1 : byte));

/** A compact JWE with one of its parts changed as bytes. */
function changed(jwe: string, part: number, change: (bytes: Uint8Array) => Uint8Array): string {
  const parts = jwe.split(".");
  const bytes = fromBase64Url(parts[part] ?? "");
  if (typeof bytes === "number") throw new Error("not base64url");
  return parts.with(part, toBase64Url(change(bytes))).join(".");
}
