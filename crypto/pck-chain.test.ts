// A chain counts only if every link may vouch for the next: names, signatures, dates, authority.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { integer, sequence } from "./der.ts";
import { makeEcCertificate, type EcCertificateForm } from "./ec-certificate.ts";
import { utf8 } from "./index.ts";
import { random, sha256Hex } from "./native.ts";
import { p256Generate, type P256Pair } from "./native-ec.ts";
import { isSound, readChain, rootOf, type Chain } from "./pck-chain.ts";
import { writePem } from "./pem.ts";
import { makeQuoteAuthority } from "./quote-maker.ts";
import { KEY_USAGE, oidKey, readX509, type X509 } from "./x509.ts";

const NOW = new Date("2026-11-24T12:00:00Z");
const [root, middle, leaf] = [p256Generate(), p256Generate(), p256Generate()];

const FORM = {
  serial: Uint8Array.of(1),
  notBefore: new Date("2020-01-01T00:00:00Z"),
  notAfter: new Date("2049-12-31T23:59:59Z"),
};
function link(form: Partial<EcCertificateForm>, of: P256Pair, by: P256Pair): X509 {
  const whole = { ...FORM, subject: "", issuer: "", below: null, ...form };
  const read = readX509(makeEcCertificate(whole, of.spki, by));
  if (read === null) throw new Error("The chain's own certificate could not be read.");
  return read;
}
const top = link({ subject: "Root", issuer: "Root", below: 1 }, root, root);
const between = link({ subject: "Middle", issuer: "Root", below: 0 }, middle, root);
const bottom = link({ subject: "Leaf", issuer: "Middle" }, leaf, middle);

describe("a chain", () => {
  it("is valid from leaf to root", () => {
    expect(isSound([bottom, between, top], NOW)).toBe(true);
  });

  it.each<[string, Chain]>([
    ["a link left out", [bottom, top]],
    ["links in another order", [between, bottom, top]],
    ["no root", [bottom, between]],
    ["a leaf alone", [bottom]],
    [
      "an issuer of another name",
      [link({ subject: "Leaf", issuer: "Other" }, leaf, middle), between, top],
    ],
    [
      "a signature of another key",
      [link({ subject: "Leaf", issuer: "Middle" }, leaf, root), between, top],
    ],
    [
      "an issuer that is not an authority",
      [bottom, link({ subject: "Middle", issuer: "Root" }, middle, root), top],
    ],
    [
      "a leaf that is an authority",
      [link({ subject: "Leaf", issuer: "Middle", below: 0 }, leaf, middle), between, top],
    ],
    [
      "more authorities than the root allows",
      [bottom, between, link({ subject: "Root", issuer: "Root", below: 0 }, root, root)],
    ],
    [
      "an authority that has ended",
      [
        bottom,
        link(
          { subject: "Middle", issuer: "Root", below: 0, notAfter: FORM.notBefore },
          middle,
          root,
        ),
        top,
      ],
    ],
    [
      "an unknown critical extension",
      [
        {
          ...bottom,
          extensions: new Map([
            ...bottom.extensions,
            ["06032a0304", { critical: true, value: new Uint8Array() }],
          ]),
        },
        between,
        top,
      ],
    ],
  ])("is not sound with %s", (_, chain) => {
    expect(isSound(chain, NOW)).toBe(false);
  });

  /** A link with other extensions: the chain's signatures are not checked again for them. */
  const withExtension = (one: X509, name: string, value: Uint8Array): X509 => ({
    ...one,
    extensions: new Map([...one.extensions, [name, { critical: true, value }]]),
  });
  const CONSTRAINTS = oidKey("2.5.29.19");
  const [TRUE, FALSE] = [Uint8Array.of(1, 1, 0xff), Uint8Array.of(1, 1, 0)];
  const usage = (bits: number) => Uint8Array.of(3, 2, 0, bits);

  it.each<[string, Chain]>([
    [
      "a leaf that may sign for itself and be an authority",
      [withExtension(bottom, CONSTRAINTS, sequence(TRUE)), between, top],
    ],
    [
      "a leaf that is an authority of no depth",
      [withExtension(bottom, CONSTRAINTS, sequence(TRUE, integer(0))), between, top],
    ],
    ["a leaf without a use", [withExtension(bottom, KEY_USAGE, usage(0)), between, top]],
    [
      "a leaf that may sign certificates alone",
      [withExtension(bottom, KEY_USAGE, usage(4)), between, top],
    ],
    [
      "an authority that may not sign certificates",
      [bottom, withExtension(between, KEY_USAGE, usage(0x82)), top],
    ],
    [
      "a root that may not sign certificates",
      [bottom, between, withExtension(top, KEY_USAGE, usage(0x82))],
    ],
    [
      "a mark of authority that is false",
      [bottom, withExtension(between, CONSTRAINTS, sequence(FALSE)), top],
    ],
    [
      "a mark of authority that is a number",
      [bottom, withExtension(between, CONSTRAINTS, sequence(integer(0))), top],
    ],
    [
      "a depth that is not a number",
      [bottom, between, withExtension(top, CONSTRAINTS, sequence(TRUE, TRUE))],
    ],
    ["a leaf without key usage", [{ ...bottom, extensions: new Map() }, between, top]],
    ["another algorithm", [{ ...bottom, algorithm: oidKey("1.2.840.10045.4.3.3") }, between, top]],
  ])("does not vouch with %s", (_, chain) => {
    expect(isSound(chain, NOW)).toBe(false);
  });

  it("also needs a numeric depth in a root alone, and in a leaf", () => {
    const [root1, leaf1] = [
      [TRUE, TRUE],
      [FALSE, TRUE],
    ].map((parts) => sequence(...parts));
    expect(isSound([withExtension(top, CONSTRAINTS, root1!)], NOW)).toBe(false);
    expect(isSound([withExtension(bottom, CONSTRAINTS, leaf1!), between, top], NOW)).toBe(false);
  });

  it("ends at the last certificate's key", () => {
    expect(rootOf([bottom, between, top])).toBe(sha256Hex(top.spki));
    expect(rootOf([top])).toBe(sha256Hex(top.spki));
  });

  it("may have authorities that set no depth, and a root that allows more than there are", () => {
    const free = withExtension(between, CONSTRAINTS, sequence(TRUE));
    const deep = withExtension(top, CONSTRAINTS, sequence(TRUE, integer(9)));
    expect(isSound([bottom, free, deep], NOW)).toBe(true);
  });

  it("is valid from its first second to its last, and not one before or after", () => {
    const [first, last] = [FORM.notBefore.getTime(), FORM.notAfter.getTime()];
    const sound = [first - 1, first, last, last + 1].map((at) =>
      isSound([bottom, between, top], new Date(at)),
    );
    expect(sound).toEqual([false, true, true, false]);
  });

  it("of one certificate is valid if that is a root, and of five if each signs for the next", () => {
    expect(isSound([top], NOW)).toBe(true);
    const { root: one } = makeQuoteAuthority(NOW, random);
    expect(readChain(utf8(one.repeat(5)))).toHaveLength(5);
    expect(readChain(utf8(one))).toHaveLength(1);
  });

  it("is not read from anything but one to five certificates in PEM", () => {
    const { chain, root: one } = makeQuoteAuthority(NOW, random);
    expect(readChain(utf8(chain))).toHaveLength(3);
    const other = one.replaceAll("CERTIFICATE", "PKCS7");
    for (const text of [
      "",
      "x",
      other,
      chain + other,
      chain + writePem("PRIVATE KEY", leaf.pkcs8),
      one.repeat(6),
    ])
      expect(readChain(utf8(text))).toBeNull();
  });
});

describe("the chain that we make for rehearsals", () => {
  it("is taken by openssl, strictly, up to its root", () => {
    const folder = mkdtempSync(join(tmpdir(), "sd-chain-"));
    try {
      const { chain, root: anchor } = makeQuoteAuthority(new Date(), random);
      const [first = "", second = ""] = chain.split(/(?<=END CERTIFICATE-----\n)/);
      const put = (name: string, text: string) => {
        const path = join(folder, name);
        writeFileSync(path, text);
        return path;
      };
      const args = [
        "verify",
        "-x509_strict",
        "-CAfile",
        put("root.pem", anchor),
        "-untrusted",
        put("platform.pem", second),
        put("leaf.pem", first),
      ];
      const { status, stderr } = spawnSync("openssl", args, { encoding: "utf8" });
      expect(stderr).toBe("");
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
