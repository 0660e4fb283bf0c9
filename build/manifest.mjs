// The list of all files of a package, signed by the release key:
//   node build/manifest.mjs make FOLDER        lists FOLDER's files in FOLDER/MANIFEST
//   node build/manifest.mjs sign MANIFEST KEY  writes MANIFEST.sig; asks for KEY's passphrase
//   node build/manifest.mjs verify FOLDER PUBLIC-KEY
// Form and reasons: build/package/FORMAT.md.
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify as verifyBytes,
} from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256Of } from "./package/sha256.mjs";
import { typedPassphrase } from "./package/typed-passphrase.mjs";

/** The list, and the signature of its bytes, in the package's own folder. */
export const MANIFEST = "MANIFEST";
export const SIGNATURE = "MANIFEST.sig";
const NOT_LISTED = [MANIFEST, SIGNATURE];
/** Chromium's, the one program that Debian's package gives rights to. */
const SANDBOX = "chrome-sandbox";

/** RSASSA-PSS with SHA-256 and a salt of 32 bytes (RFC 8017 8.1), as officers sign. */
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const BITS = 3072;

/**
 * @typedef {object} Release what a manifest says of its package, one comment line each
 * @property {string} version of the app
 * @property {string} commit 40 hex digits, or "unknown"
 * @property {string} electron its version, and whose it is: "45.4.1 (electron)"
 */

/**
 * Lists every file under a folder, but for manifest and signature.
 * @param {string} folder
 * @param {Release} release
 * @returns {string} the manifest; `sha256sum -c` reads it
 * @throws where something is neither file nor folder, has a name that the form does not take, or is an
 *   empty folder
 */
export function makeManifest(folder, { version, commit, electron }) {
  const lines = filesUnder(folder).map((path) => `${sha256Of(join(folder, path))}  ${path}`);
  const head = [`security-domain-ceremony ${version}`, `commit ${commit}`, `electron ${electron}`];
  return `${[...head.map((line) => `# ${line}`), ...lines].join("\n")}\n`;
}

/**
 * Makes the manifest and puts it into the folder; a signature of an earlier one does not stay.
 * @param {string} folder
 * @param {Release} release
 * @param {{readonly pem: string, readonly passphrase: string}} [key] the release key; without it
 *   the package is unsigned
 */
export function writeManifest(folder, release, key) {
  const text = makeManifest(folder, release);
  writeFileSync(join(folder, MANIFEST), text);
  const signature = key === undefined ? new Uint8Array() : signManifest(text, key);
  writeFileSync(join(folder, SIGNATURE), signature);
}

/**
 * @param {string | Uint8Array} manifest
 * @param {{readonly pem: string, readonly passphrase: string}} key PKCS#8 under a passphrase
 * @returns {Uint8Array} the raw signature, as openssl writes it
 * @throws where the key is none of RSA-3072, or not under this passphrase
 */
export function signManifest(manifest, { pem, passphrase }) {
  if (!pem.includes("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
    throw new Error("a release key is kept under a passphrase (docs/guide/release-key.md)");
  let key;
  try {
    key = createPrivateKey({ key: pem, passphrase });
  } catch {
    throw new Error("wrong passphrase, or this is no private key");
  }
  checkRsa(key);
  return sign("sha256", Buffer.from(manifest), { key, ...PSS });
}

/**
 * @param {string | Uint8Array} manifest @param {Uint8Array} signature
 * @param {string} publicKey the public half, PEM
 * @returns {boolean}
 */
export function isSigned(manifest, signature, publicKey) {
  const key = createPublicKey(publicKey);
  checkRsa(key);
  return verifyBytes("sha256", Buffer.from(manifest), { key, ...PSS }, signature);
}

/**
 * What in a folder is not as its manifest lists it, each named: `changed X`, `missing X`, `added X`;
 * and what no list shows, and no package has: `rights X`, `linked X`.
 * @param {string} folder
 * @param {string} manifest
 * @returns {readonly string[]}
 * @throws where something in it is in no package, as `makeManifest`
 */
export function differences(folder, manifest) {
  const listed = readManifest(manifest);
  const found = new Set(filesUnder(folder));
  const old = [...listed].flatMap(([path, sha256]) => {
    if (!found.has(path)) return [`missing ${path}`];
    return sha256Of(join(folder, path)) === sha256 ? [] : [`changed ${path}`];
  });
  const added = [...found].filter((path) => !listed.has(path)).map((path) => `added ${path}`);
  return [...old, ...added, ...loosely(folder)];
}

/**
 * @param {string} publicKey PEM
 * @returns {string} SHA-256 of the key's DER (SubjectPublicKeyInfo), in hex: what its words say
 */
export function fingerprint(publicKey) {
  const der = createPublicKey(publicKey).export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("hex");
}

/** @param {string} text @returns {ReadonlyMap<string, string>} SHA-256 by path */
function readManifest(text) {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("# "));
  return new Map(
    lines.map((line) => {
      const [, sha256 = "", path = ""] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (path === "") throw new Error("this is no manifest");
      return [path, sha256];
    }),
  );
}

/** @param {string} folder @returns {readonly string[]} paths with slashes, in the order of bytes */
function filesUnder(folder) {
  return entriesUnder(folder)
    .flatMap(([path, entry]) => (entry.isFile() && !NOT_LISTED.includes(path) ? [path] : []))
    .sort();
}

/**
 * @param {string} folder
 * @returns {readonly (readonly [path: string, entry: import("node:fs").Stats])[]} all that is in it
 * @throws where a package has no such thing
 */
function entriesUnder(folder, within = "") {
  const names = readdirSync(join(folder, within));
  if (names.length === 0) throw new Error(`a package has no empty folder: ${within}`);
  return names.flatMap((name) => {
    const path = within === "" ? name : `${within}/${name}`;
    if (!/^[A-Za-z0-9._+-]+$/.test(name))
      throw new Error(`a package has no file ${JSON.stringify(path)}`);
    const entry = lstatSync(join(folder, path));
    if (!entry.isFile() && !entry.isDirectory())
      throw new Error(`a package has no links or devices: ${path}`);
    return [[path, entry], ...(entry.isDirectory() ? entriesUnder(folder, path) : [])];
  });
}

/**
 * What no list of bytes shows, and no package has: others may write, or a program runs as someone
 * else. Only Chromium's sandbox may, where root has installed it; a second name is one elsewhere.
 * @param {string} folder @returns {readonly string[]} each named: `rights X`, `linked X`
 */
function loosely(folder) {
  if (process.platform === "win32") return [];
  /** @type {[string, import("node:fs").Stats]} */
  const itself = [".", lstatSync(folder)];
  return [itself, ...entriesUnder(folder)].flatMap(([path, entry]) => {
    const isSandbox = path === SANDBOX && entry.uid === 0 && (entry.mode & 0o7777) === 0o4755;
    const isLoose =
      (entry.mode & 0o022) !== 0 || (entry.isFile() && (entry.mode & 0o6000) !== 0 && !isSandbox);
    return [
      ...(isLoose ? [`rights ${path}`] : []),
      ...(entry.isFile() && entry.nlink > 1 ? [`linked ${path}`] : []),
    ];
  });
}

/** @param {import("node:crypto").KeyObject} key */
function checkRsa({ asymmetricKeyType, asymmetricKeyDetails }) {
  if (asymmetricKeyType !== "rsa" || asymmetricKeyDetails?.modulusLength !== BITS)
    throw new Error(`a release key is RSA of ${BITS} bits`);
}

/** @param {readonly string[]} words @returns {Promise<number>} the exit code */
async function main([verb, ...rest]) {
  const [first = "", second = ""] = rest;
  switch (`${verb} ${rest.length}`) {
    case "make 1":
      writeManifest(first, releaseIn(first));
      return 0;
    case "sign 2": {
      const key = { pem: readFileSync(second, "utf8"), passphrase: await typedPassphrase() };
      writeFileSync(`${first}.sig`, signManifest(readFileSync(first), key));
      return 0;
    }
    case "verify 2": {
      const manifest = readFileSync(join(first, MANIFEST), "utf8");
      const key = readFileSync(second, "utf8");
      const signed = isSigned(manifest, readFileSync(join(first, SIGNATURE)), key);
      const wrong = [
        ...(signed ? [] : ["not signed by this key"]),
        ...differences(first, manifest),
      ];
      console.log(wrong.length === 0 ? "signed, and every file is as listed" : wrong.join("\n"));
      return wrong.length === 0 ? 0 : 1;
    }
    default:
      console.error("make FOLDER | sign MANIFEST KEY | verify FOLDER PUBLIC-KEY");
      return 2;
  }
}

/** What the manifest that is there says of itself, for one that is made again. */
function releaseIn(/** @type {string} */ folder) {
  const file = join(folder, MANIFEST);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const line = (/** @type {string} */ name) =>
    new RegExp(`^# ${name} (.+)$`, "m").exec(text)?.[1] ?? "unknown";
  return {
    version: line("security-domain-ceremony"),
    commit: line("commit"),
    electron: line("electron"),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await main(process.argv.slice(2)).catch((error) => {
    console.error(error instanceof Error ? error.message : "it cannot be done");
    return 1;
  });
