// FORMAT.md shows what the code does, and what a stranger finds without our code.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  cardRootIn,
  certificateDer,
  concat,
  exchangeKeyDer,
  fromBase64Url,
  fromUtf8,
  INTEL_ROOT,
  checkAttestation,
  checkKeyAttestation,
  checkRestoreBlob,
  readCertificate,
  readExchangeKey,
  readRestoreBlob,
  rootIn,
  sha256Hex,
  toHex,
  toWords,
  utf8,
} from "./index.ts";
import { openEntries } from "./quorum.ts";
import {
  commitmentTo,
  deriveEntryKey,
  openContent,
  openWithPrivateKey,
  sealDirect,
  sealForKey,
  writeShare,
} from "./secret-half.ts";
import { combineOrNull } from "./shamir.ts";
import { sealPbes2 } from "./pbes2.ts";
import { openPrivateKey } from "./private-key.ts";
import { writeRequest } from "./timestamp-request.ts";
import { PASSPHRASE, sharesOf, vector } from "./vectors.fixture.ts";

const NAME = "2of3-rsa2048";
const FOLDER = join(import.meta.dirname, "vectors", "independent", NAME);
const PAGE = readFileSync(join(import.meta.dirname, "FORMAT.md"), "utf8");

/** The text of every fence of this kind, in the page's order. */
const fences = (kind: string): readonly string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\`$`, "gms"))].map(
    ([, text = ""]) => text,
  );
const fence = (kind: string): string => {
  const [only, more] = fences(kind);
  if (only === undefined || more !== undefined) throw new Error(`not one fence of kind ${kind}`);
  return only;
};
const bare = (text: string): string => text.replace(/\s/g, "");

const { domain, shares } = sharesOf(NAME);
const SECRET = combineOrNull(shares.slice(0, 2).map(({ share }) => share)) ?? new Uint8Array();

it("has only fences that are checked here", () => {
  const kinds = [...PAGE.matchAll(/^```(\S+)$/gm)].map(([, kind]) => kind);
  expect(new Set(kinds)).toEqual(
    new Set([
      "python",
      "blob",
      "text",
      "json",
      "thumbprint",
      "share",
      "kdf",
      "committed",
      "commitments",
      "headers",
      "exchange",
      "pbes2",
      "timestamp-request",
      "sh",
      "words",
      "attestation",
      "verdict",
      "key-attestation",
      "key-verdict",
    ]),
  );
});

const judging = process.env["CI"] === "true";
const has = (program: string, word: string) => spawnSync(program, [word]).status === 0;
const passedOver = !judging && !(has("python3", "-V") && has("openssl", "version"));

it.skipIf(passedOver)("opens by the page's script alone (needs python3 and openssl)", () => {
  const ran = spawnSync("python3", ["-c", fence("python")], { cwd: FOLDER, encoding: "utf8" });
  expect(ran.stderr).toBe("");
  expect(ran.stdout).toBe(fence("text"));
});

it.skipIf(passedOver)("opens a domain of three of five by the same script, and not by two", () => {
  const cwd = join(FOLDER, "..", "3of5-rsa3072");
  const run = (...names: readonly string[]) =>
    spawnSync("python3", ["-c", fence("python"), ...names], { cwd, encoding: "utf8" });
  const { domain: theirs, shares: all } = sharesOf("3of5-rsa3072");
  const found = openEntries(theirs, all).map(
    ({ tag, plaintext }) => `${tag} ${sha256Hex(plaintext)}`,
  );
  const opened = run("cert_1", "cert_3", "cert_4");
  expect(opened.stderr).toBe("");
  expect(opened.stdout.split("\n").slice(1)).toEqual([...found, ""]);
  for (const few of [
    ["cert_1", "cert_3"],
    ["cert_1", "cert_3", "cert_3"],
  ])
    expect(run(...few)).toMatchObject({ status: 1, stdout: "" });
});

it.skipIf(passedOver)("makes a restore blob by the page's script alone, with passphrases", () => {
  const name = "2of3-rsa4096-passphrase";
  const folder = mkdtempSync(join(tmpdir(), "sd-format-"));
  cpSync(join(FOLDER, "..", name), folder, { recursive: true });
  const given = { ...process.env, cert_0: PASSPHRASE, cert_1: PASSPHRASE };
  const script = fence("python") + fence("blob");
  const ran = spawnSync("python3", ["-c", script], { cwd: folder, encoding: "utf8", env: given });
  expect(ran.stderr).toBe("");
  const blob = readRestoreBlob(new Uint8Array(readFileSync(join(folder, "restore-blob.json"))));
  rmSync(folder, { recursive: true });
  const { domain: theirs, shares: all } = sharesOf(name);
  const exchange = readExchangeKey(vector(name, "exchange.pem"));
  checkRestoreBlob(blob, exchange, theirs);
  expect(blob.entries.map(({ tag }) => tag)).toEqual(theirs.entries.map(({ tag }) => tag));
  // az's own key of the recovery HSM opens it, and finds what the domain has.
  const key = openPrivateKey(vector(name, "exchange.key"), "", 1).pkcs8;
  const secret = openWithPrivateKey(blob.wrappedKey, key);
  const found = blob.entries.map(({ jwe, tag }) => openContent(jwe, deriveEntryKey(secret, tag)));
  expect(found.map(toHex)).toEqual(
    openEntries(theirs, all).map(({ plaintext }) => toHex(plaintext)),
  );
});

const ATTESTED = join(import.meta.dirname, "vectors", "attestation");
const judgedIn = (cwd: string) =>
  spawnSync("python3", ["-c", fence("attestation")], { cwd, encoding: "utf8" });

it.skipIf(passedOver)("checks an exchange key by the page's script, as this code does", () => {
  const ran = judgedIn(ATTESTED);
  expect([ran.stderr, ran.stdout]).toEqual(["", fence("verdict")]);
  const [der, root] = ["exchange.pem", "sgx-root.pem"].map(
    (name) => new Uint8Array(readFileSync(join(ATTESTED, name))),
  );
  const { verdict, quote } = checkAttestation(exchangeKeyDer(der!), rootIn(root!));
  expect(verdict).toBe("attested");
  expect(fence("verdict")).toContain(`root ${quote!.root} True`);
  expect(fence("verdict")).toContain(`enclave's signer ${quote!.mrsigner}`);
});

const REAL = join(import.meta.dirname, "..", "..", "shared", "vectors", "azure");
it.skipIf(!existsSync(REAL))("leads a real exchange key to Intel's root (needs ../shared)", () => {
  const folder = mkdtempSync(join(tmpdir(), "sd-format-"));
  cpSync(join(REAL, "exchange-2025.pem"), join(folder, "exchange.pem"));
  writeFileSync(join(folder, "sgx-root.pem"), "");
  const ran = judgedIn(folder);
  rmSync(folder, { recursive: true });
  expect(ran.stderr).toBe("");
  expect(ran.stdout).toContain(`root ${INTEL_ROOT} False`);
});

const KEY_ATTESTED = join(import.meta.dirname, "vectors", "key-attestation");
const keyJudgedIn = (cwd: string) =>
  spawnSync("python3", ["-c", fence("key-attestation")], { cwd, encoding: "utf8" });

it.skipIf(passedOver)("checks a key's attestation by the page's script, as this code does", () => {
  const ran = keyJudgedIn(KEY_ATTESTED);
  expect([ran.stderr, ran.stdout]).toEqual(["", fence("key-verdict")]);
  const [answer, root] = ["answer.json", "card-root.pem"].map(
    (name) => new Uint8Array(readFileSync(join(KEY_ATTESTED, name))),
  );
  const { verdict, place } = checkKeyAttestation(answer!, {
    at: new Date(Date.UTC(2026, 10, 27)),
    key: null,
    poolRoot: null,
    rehearsalRoot: cardRootIn(certificateDer(root!)),
  });
  expect(verdict).toBe("attested");
  expect(fence("key-verdict")).toContain(`root of the HSM ${place!.poolRoot}`);
});

it.skipIf(!existsSync(REAL))("leads a real key to its card's maker (needs ../shared)", () => {
  const folder = mkdtempSync(join(tmpdir(), "sd-format-"));
  cpSync(join(REAL, "key-attestation-2026.json"), join(folder, "answer.json"));
  cpSync(join(REAL, "marvell-ls1-2024.pem"), join(folder, "card-root.pem"));
  const ran = keyJudgedIn(folder);
  rmSync(folder, { recursive: true });
  expect(ran.stderr).toBe("");
  expect(ran.stdout).toContain("privateKeyAttestation /keys/keyAttestation/");
});

it("shows the secret and the entries that this code finds", () => {
  const found = openEntries(domain, shares).map(
    ({ tag, plaintext }) => `${tag} ${sha256Hex(plaintext)}`,
  );
  expect([`secret ${toHex(SECRET)}`, ...found, ""].join("\n")).toBe(fence("text"));
});

it("shows domain and blob as they are, in the order of their members", () => {
  const [shownDomain = "", shownBlob = "", more] = fences("json");
  expect(more).toBeUndefined();
  expect(bare(shownDomain)).toBe(abridged(vector(NAME, "sd.json")));
  expect(bare(shownBlob)).toBe(abridged(vector(NAME, "az-restore-blob.json")));
});

it("names certificate and exchange key by their thumbprints", () => {
  const { thumbprint } = readCertificate(vector(NAME, "cert_0.cer"));
  expect(bare(fence("thumbprint"))).toBe(thumbprint);
  expect(thumbprint).toBe(shares[0]?.thumbprint);
  const exchange = readExchangeKey(vector(NAME, "exchange.pem")).thumbprint;
  expect(bare(fence("exchange"))).toBe(exchange);
  expect(readRestoreBlob(vector(NAME, "az-restore-blob.json")).exchangeThumbprint).toBe(exchange);
});

it("shows officer 1's share, and the sum that gives the secret's first byte", () => {
  const [one, two] = shares;
  expect(bare(fence("share"))).toBe(toHex(writeShare(one!.share)));
  expect([one!.share.x, one!.share.values[0]]).toEqual([1, 243]);
  expect([two!.share.x, two!.share.values[0]]).toEqual([2, 120]);
  expect((2 * 243 - 120) % 257).toBe(109);
  expect(SECRET[0]).toBe(109);
});

it("shows what goes into the key of an entry and what comes out", () => {
  const [input = "", ...key] = fence("kdf").trim().split("\n");
  const label = utf8("hsm_backup");
  const fixed = concat(Uint8Array.of(0, 0, 0, 1), label, Uint8Array.of(0, 0, 0, 2, 0));
  expect(input).toBe(toHex(fixed));
  expect(key.join("")).toBe(toHex(deriveEntryKey(SECRET, "hsm_backup")));
});

it.skipIf(passedOver)(
  "finds the first two commitments by the page's script, as this code does",
  () => {
    const script = fence("python") + fence("committed");
    const ran = spawnSync("python3", ["-c", script], { cwd: FOLDER, encoding: "utf8" });
    expect([ran.stderr, ran.stdout]).toEqual(["", fence("text") + fence("commitments")]);
    const first = commitmentTo(domain, shares, "");
    const second = commitmentTo(domain, shares.slice(1), first);
    expect(`${second}\n${first}\n`).toBe(fence("commitments"));
  },
);

it("shows the headers that we write", () => {
  const [direct, , wrapped] = fence("headers").split("\n");
  const { spki } = readCertificate(vector(NAME, "cert_0.cer"));
  const made = [
    sealDirect(utf8("a"), new Uint8Array(64), "hsm_backup"),
    sealForKey(utf8("a"), spki, "not used"),
  ].map((jwe) => jwe.split(".")[0] ?? "");
  expect(made).toEqual([direct, wrapped]);
  const said = made.flatMap((header) => [header, fromUtf8(fromBase64Url(header) as Uint8Array)]);
  expect(`${said.join("\n")}\n`).toBe(fence("headers"));
});

it("shows the bytes of a key file, which are those that we write", () => {
  const counted = (length: number) => Uint8Array.from({ length }, (_, i) => i);
  const shown = fence("pbes2")
    .split("\n")
    .map((line) => line.split("  ")[0] ?? "");
  const made = sealPbes2(utf8("pkcs8"), utf8("passphrase"), counted);
  expect(bare(shown.join(""))).toBe(toHex(made));
});

it("shows the bytes of a request for a timestamp, which are those that we write", () => {
  const shown = fence("timestamp-request")
    .split("\n")
    .map((line) => line.split("   ")[0] ?? "")
    .join("");
  const [, head = ""] = /^0420 ([0-9a-f]{64})$/m.exec(fence("timestamp-request")) ?? [];
  const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, "hex"));
  const made = writeRequest("sha256", bytes(head), bytes("4123456789abcdef"));
  expect(bare(shown)).toBe(toHex(made));
});

it("spells the domain's SHA-256 in words", () => {
  const [hex, ...lines] = fence("words").trim().split("\n");
  const file = vector(NAME, "sd.json");
  expect(hex).toBe(sha256Hex(file));
  const digest = Buffer.from(sha256Hex(file), "hex");
  expect(lines.join(" ")).toBe(toWords(digest).join(" "));
});

/** JSON with long texts cut to their beginning, and lists to their first item. */
function abridged(json: Uint8Array): string {
  const short = (_: string, value: unknown): unknown => {
    if (typeof value === "string" && value.length > 20) return `${value.slice(0, 8)}...`;
    return Array.isArray(value) ? [value[0] as unknown, "..."] : value;
  };
  return JSON.stringify(JSON.parse(fromUtf8(json)), short).replaceAll('"..."', "...");
}
