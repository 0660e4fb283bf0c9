// Every form of a private key that the maker makes is found, or listed as not found; and nothing on
// a ceremony's media is mistaken for a key.
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookInto, nothingSpent } from "./layers.ts";
import { moduliIn } from "./moduli.ts";
import { ecContainers, rsaContainers, type Written } from "./key-containers.fixture.ts";
import {
  ENCODINGS,
  formOf,
  NOT_DECODED,
  NOT_MARKED,
  WRAPPINGS,
  type Encoding,
  type Wrapping,
} from "./key-encodings.fixture.ts";

const vectors = new URL("../../../crypto/vectors/independent/", import.meta.url);
const key = createPrivateKey(readFileSync(new URL("2of3-rsa2048/cert_0.key", vectors)));
const moduli = moduliIn(createPublicKey(key).export({ type: "spki", format: "der" }));
const RSA = rsaContainers(key);
const CONTAINERS = [
  ...RSA,
  ...ecContainers(generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey),
];
const [plain] = ENCODINGS as readonly [Encoding];
const [nothing] = WRAPPINGS as readonly [Wrapping];

const isFound = (bytes: Uint8Array, known = moduli): boolean => {
  const { isSecret, isSearched } = lookInto(bytes, known, nothingSpent());
  return isSecret || !isSearched;
};
/** The names of forms that are not found. */
const missed = (forms: readonly Written[], known = moduli): readonly string[] =>
  forms.filter(({ bytes }) => !isFound(bytes, known)).map(({ name }) => name);
/**
 * Brotli and raw deflate have no signature: they are found only as a whole file or encoded text.
 */
const isListed = (encoding: Encoding, wrapping: Wrapping): boolean =>
  NOT_MARKED.includes(encoding.name) && wrapping !== nothing;

describe("a private key is found", () => {
  it("in every container", () => {
    expect(CONTAINERS.length).toBeGreaterThan(60);
    expect(missed(CONTAINERS)).toEqual([]);
  });

  it("in every encoding, whatever is around it", () => {
    const some = ["PKCS#1", "p, bare", "PKCS#8, encrypted, PEM"].map((wanted) =>
      RSA.find(({ name }) => name === wanted)!,
    );
    const forms = some.flatMap((container) =>
      ENCODINGS.flatMap((encoding) =>
        WRAPPINGS.filter((wrapping) => !isListed(encoding, wrapping) && wrapping.isShort).map(
          (wrapping) => formOf(container, encoding, wrapping),
        ),
      ),
    );
    expect(forms.length).toBeGreaterThan(800);
    expect(missed(forms)).toEqual([]);
  });

  it("in every container, encoding and surroundings that chance brings together", () => {
    const form = fc.tuple(
      fc.constantFrom(...CONTAINERS),
      fc.constantFrom(...ENCODINGS),
      fc.constantFrom(...WRAPPINGS),
    );
    fc.assert(
      fc.property(form, ([container, encoding, wrapping]) => {
        const { name, bytes } = formOf(container, encoding, wrapping);
        if (!isListed(encoding, wrapping)) expect(missed([{ name, bytes }])).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });
});

describe("what is not found is known, and on the page", () => {
  const page = readFileSync(new URL("../SEARCH.md", import.meta.url), "utf8").replace(/\s+/g, " ");
  const onPage = (name: string): boolean => page.includes(`| ${name} |`);

  it("encodings: those that nothing marks, and those that nobody decodes", () => {
    const p = RSA.find(({ name }) => name === "p, bare")!;
    const forms = NOT_DECODED.map((encoding) => formOf(p, encoding, nothing));
    expect(missed(forms)).toEqual(forms.map(({ name }) => name));
    const behind = ENCODINGS.filter(({ name }) => NOT_MARKED.includes(name)).map((encoding) =>
      formOf(
        RSA.find(({ name }) => name === "PKCS#1, PEM")!,
        encoding,
        WRAPPINGS[1]!,
      ),
    );
    expect(missed(behind)).toEqual(behind.map(({ name }) => name));
    for (const { name } of NOT_DECODED) expect([name, onPage(name)]).toEqual([name, true]);
    for (const name of NOT_MARKED)
      expect([name, onPage(`${name}, behind anything`)]).toEqual([name, true]);
  });

  it("containers without a form, if the public key is not known", () => {
    const names = missed(CONTAINERS, []);
    expect(names).toHaveLength(9);
    for (const name of names) expect([name, onPage(name)]).toEqual([name, true]);
  });

  it("every container and every encoding that is found", () => {
    const without = missed(CONTAINERS, []);
    for (const { name } of CONTAINERS.filter((one) => !without.includes(one.name)))
      expect([name, page.includes(name)]).toEqual([name, true]);
    for (const { name } of ENCODINGS) expect([name, page.includes(name)]).toEqual([name, true]);
  });
});

describe("numbers of a key whose modulus is known", () => {
  it.each([["2of3-rsa2048"], ["3of5-rsa3072"]])(
    "%s: p, q and d at every offset, in both orders",
    (name) => {
      const one = createPrivateKey(readFileSync(new URL(`${name}/cert_1.key`, vectors)));
      const known = moduliIn(createPublicKey(one).export({ type: "spki", format: "der" }));
      const jwk = one.export({ format: "jwk" });
      for (const value of [jwk.p, jwk.q, jwk.d].map((text) => Buffer.from(text!, "base64url")))
        for (const written of [value, Buffer.from(value).reverse()])
          for (const offset of [0, 1, 2, 3, 63, 64, 65, 65_500, 65_537]) {
            const around = Buffer.concat([randomBytes(offset), written, randomBytes(7)]);
            expect([offset, isFound(around, known)]).toEqual([offset, true]);
          }
    },
  );

  it("are not found where a bit differs, nor the public numbers themselves", () => {
    const { p = "", n = "" } = key.export({ format: "jwk" });
    const other = Buffer.from(p, "base64url");
    other[40]! ^= 16;
    expect(isFound(other)).toBe(false);
    const modulus = Buffer.from(n, "base64url");
    for (const bytes of [
      modulus,
      Buffer.from(modulus).reverse(),
      Buffer.from(n),
      modulus.subarray(1),
    ])
      expect(isFound(bytes)).toBe(false);
  });
});

describe("nothing else is a key", () => {
  it("certificates, domains and blobs of the vectors, with all their moduli known", () => {
    for (const folder of ["2of3-rsa2048", "3of5-rsa3072", "2of3-rsa4096-passphrase"]) {
      const names = readdirSync(new URL(folder, vectors)).filter((name) =>
        /^(?:cert.*\.cer|sd|.*blob|exchange\.pem)/.test(name),
      );
      expect(names.length).toBeGreaterThan(4);
      const files = names.map((name) => readFileSync(new URL(`${folder}/${name}`, vectors)));
      const known = files.flatMap((file) => moduliIn(file));
      expect(known.length).toBeGreaterThan(3);
      for (const file of files)
        expect(lookInto(file, known, nothingSpent())).toEqual({
          isSecret: false,
          archive: null,
          isSearched: true,
        });
    }
  });

  it("records, pages and public keys of every encoding", () => {
    const landed = new URL("../../../e2e/landed/", import.meta.url);
    const records = readdirSync(landed)
      .filter((name) => name.endsWith(".jsonl"))
      .slice(0, 3);
    expect(records).toHaveLength(3);
    const pages = ["../FORMAT.md", "../../../docs/limits.md"].map((name) =>
      readFileSync(new URL(name, import.meta.url)),
    );
    for (const file of [...records.map((name) => readFileSync(new URL(name, landed))), ...pages])
      expect(isFound(file)).toBe(false);
    const open: Written = {
      name: "a public key",
      bytes: createPublicKey(key).export({ type: "spki", format: "der" }),
    };
    for (const encoding of ENCODINGS)
      expect([encoding.name, isFound(formOf(open, encoding, nothing).bytes)]).toEqual([
        encoding.name,
        false,
      ]);
    expect(isFound(formOf(open, plain, WRAPPINGS[1]!).bytes)).toBe(false);
  });

  it("random bytes", () => {
    expect(isFound(randomBytes(300_000))).toBe(false);
  });
});
