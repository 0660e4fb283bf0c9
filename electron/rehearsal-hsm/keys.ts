// The HSM's keys: Contoso's three, and how they are listed and shown (docs/azure-protocol.md 7).
import { equal, toBase64, toBase64Url, toHex } from "../../crypto/index.ts";
import { generateRsa } from "../../crypto/secret-half.ts";
import { notFound, ok, type Answer, type Call } from "./answer.ts";
import type { Machine } from "./machine.ts";
import type { HsmKey } from "./state.ts";

const NAMES = ["Contoso-SQLMI-CMK", "Contoso-DISK-CMK", "Contoso-STORAGE-CMK"];
const BITS = 2048;

/** The keys that a rehearsal HSM makes when it is activated by a download. */
export const makeKeys = (
  created: number,
  random: (length: number) => Uint8Array,
): readonly HsmKey[] =>
  NAMES.map((name) => {
    const { pkcs8, spki } = generateRsa(BITS);
    return {
      name,
      version: toHex(random(16)),
      created,
      modulus: modulusOf(spki),
      pkcs8: toBase64(pkcs8),
    };
  });

/** GET keys: one line a key, whatever its versions; `kid` without version, one page. */
export function listKeys(machine: Machine, { base }: Call): Answer {
  const names = [...new Set(machine.state.keys.map(({ name }) => name))].sort();
  return ok({
    value: names.flatMap((name) => {
      const key = latest(machine, name);
      return key ? [{ attributes: attributesOf(key), kid: `${base}/keys/${name}` }] : [];
    }),
  });
}

/** GET keys/NAME/versions: `kid` with version. */
export function listVersions(machine: Machine, { base, caught: [name = ""] }: Call): Answer {
  const found = machine.state.keys.filter((key) => key.name === name);
  return found.length === 0
    ? missing()
    : ok({
        value: found.map((key) => ({ attributes: attributesOf(key), kid: identifier(base, key) })),
      });
}

/** GET keys/NAME (its latest version) and keys/NAME/VERSION: the public key with attributes. */
export function getKey(machine: Machine, { base, caught }: Call): Answer {
  const [name = "", version = ""] = caught;
  const found =
    version === ""
      ? latest(machine, name)
      : machine.state.keys.find((key) => key.name === name && key.version === version);
  return found === undefined
    ? missing()
    : ok({
        attributes: attributesOf(found),
        key: {
          kid: identifier(base, found),
          kty: "RSA-HSM",
          key_ops: ["wrapKey", "unwrapKey", "encrypt", "decrypt", "sign", "verify"],
          n: found.modulus,
          e: "AQAB",
        },
      });
}

function latest({ state }: Machine, name: string): HsmKey | undefined {
  const versions = state.keys.filter((key) => key.name === name);
  return versions.toSorted((one, other) => one.created - other.created).at(-1);
}

const missing = (): Answer => notFound("There is no key of this name and version.");

const identifier = (base: string, { name, version }: HsmKey): string =>
  `${base}/keys/${name}/${version}`;

/** With purge protection and 90 days, as the ARM view says. */
function attributesOf({ created }: HsmKey) {
  return {
    created,
    enabled: true,
    exportable: false,
    recoverableDays: 90,
    recoveryLevel: "Recoverable",
    updated: created,
  };
}

/** An RSA key's SPKI ends with the modulus and the exponent 65537 (RFC 8017 A.1.1). */
function modulusOf(spki: Uint8Array): string {
  const exponentAt = spki.length - 5;
  if (!equal(spki.subarray(exponentAt), Uint8Array.of(2, 3, 1, 0, 1)))
    throw new Error("A new key has another exponent than it should.");
  return toBase64Url(spki.subarray(exponentAt - BITS / 8, exponentAt));
}
