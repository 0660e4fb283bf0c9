// A chain hints at a wrong clock only if it is right in all but its dates.
import { expect, it } from "vitest";
import { makeEcCertificate } from "./ec-certificate.ts";
import { datesOfTrusted, type Wanted } from "./native-chain.ts";
import { p256Generate, type P256Pair } from "./native-ec.ts";
import { writePem } from "./pem.ts";

const [root, middle, leaf, stranger] = [1, 2, 3, 4].map(() => p256Generate()) as [
  P256Pair,
  P256Pair,
  P256Pair,
  P256Pair,
];
/** In the past: their dates are not checked. */
const dates = {
  notBefore: new Date("2020-01-01T00:00:00Z"),
  notAfter: new Date("2021-01-01T00:00:00Z"),
};
const made = (subject: string, issuer: string, of: P256Pair, by: P256Pair, below: number | null) =>
  makeEcCertificate(
    { subject, issuer, serial: Uint8Array.of(below === null ? 3 : 2 - below), below, ...dates },
    of.spki,
    by,
  );

const ROOT = made("Root", "Root", root, root, 1);
const MIDDLE = made("Middle", "Root", middle, root, 0);
const LEAF = made("hsm.example", "Middle", leaf, middle, null);
const roots = [writePem("CERTIFICATE", ROOT)];
const wanted = { host: "hsm.example", roots, issuers: null };

it("gives the dates of a server's certificate that is signed up to a root", () => {
  const [from, until] = [dates.notBefore.getTime(), dates.notAfter.getTime()];
  expect(datesOfTrusted([LEAF, MIDDLE], wanted)).toEqual({ from, until });
  expect(datesOfTrusted([LEAF, MIDDLE, ROOT], wanted)).toEqual({ from, until });
});

it.each<[string, readonly Uint8Array[], Partial<Wanted>]>([
  ["nothing", [], {}],
  ["another host", [LEAF, MIDDLE], { host: "other.example" }],
  [
    "another root",
    [LEAF, MIDDLE],
    { roots: [writePem("CERTIFICATE", made("Root", "Root", stranger, stranger, 1))] },
  ],
  ["no root", [LEAF, MIDDLE], { roots: [] }],
  ["a missing authority", [LEAF], {}],
  [
    "an authority of this name with another key",
    [LEAF, made("Middle", "Root", stranger, root, 0)],
    {},
  ],
  [
    "a certificate that a stranger signed in its name",
    [made("hsm.example", "Middle", leaf, stranger, null), MIDDLE],
    {},
  ],
  ["an issuer that is none of Azure's", [LEAF, MIDDLE], { issuers: ["Microsoft Corporation"] }],
])("says nothing of %s", (_, chain, other) => {
  expect(datesOfTrusted(chain, { ...wanted, ...other })).toBeNull();
});
