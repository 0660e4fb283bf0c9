// The HSM's keys: Contoso's three, and how they are listed and shown (docs/azure-protocol.md 7).
import { equal, toBase64, toBase64Url, toHex } from "../../crypto/index.ts";
import { generateRsa } from "../../crypto/secret-half.ts";
import { notFound, ok, type Answer, type Call } from "./answer.ts";
import type { Machine } from "./machine.ts";
import type { HsmKey } from "./state.ts";

const NAMES = ["Contoso-SQLMI-CMK", "Contoso-DISK-CMK", "Contoso-STORAGE-CMK"];
const BITS = 2048;

/** The keys that a rehearsal HSM makes when a download activates it. */
export const makeKeys = (
  created: number,
  random: (length: number) => Uint8Array,
): readonly HsmKey[] => NAMES.map((name) => makeKey(name, BITS, created, random));

/** A first or further version of a key. */
export function makeKey(
  name: string,
  bits: number,
  created: number,
  random: (length: number) => Uint8Array,
): HsmKey {
  const { pkcs8, spki } = generateRsa(bits);
  return {
    name,
    version: toHex(random(16)),
    created,
    modulus: modulusOf(spki, bits),
    pkcs8: toBase64(pkcs8),
  };
}

/** GET keys: one line per key, whatever its versions; `kid` without version, one page. */
export function listKeys(machine: Machine, { base }: Call): Answer {
  const names = [...new Set(machine.state.keys.map(({ name }) => name))].sort();
  return ok({
    value: names.flatMap((name) => {
      const key = latest(machine, name);
      return key ? [{ attributes: attributesOf(machine, key), kid: `${base}/keys/${name}` }] : [];
    }),
  });
}

/** GET keys/NAME/versions: `kid` with version. */
export function listVersions(machine: Machine, { base, caught: [name = ""] }: Call): Answer {
  const found = machine.state.keys.filter((key) => key.name === name);
  return found.length === 0
    ? missing()
    : ok({
        value: found.map((key) => ({
          attributes: attributesOf(machine, key),
          kid: identifier(base, key),
        })),
      });
}

/** GET keys/NAME (its latest version) and keys/NAME/VERSION: the public key with attributes. */
export function getKey(machine: Machine, { base, caught }: Call): Answer {
  const found = versionAt(machine, caught);
  return found === undefined ? missing() : ok(keyOf(machine, base, found));
}

function versionAt(
  machine: Machine,
  [name = "", version = ""]: readonly string[],
): HsmKey | undefined {
  return version === ""
    ? latest(machine, name)
    : machine.state.keys.find((key) => key.name === name && key.version === version);
}

/** GET keys/NAME/VERSION/attestation: the key, with what its card states of it. */
export function getAttestation(machine: Machine, { base, caught }: Call): Answer {
  const found = versionAt(machine, caught);
  if (found === undefined) return missing();
  const key = keyOf(machine, base, found);
  return ok({
    ...key,
    attributes: { ...key.attributes, attestation: { ...machine.attest(found) } },
  });
}

/** A version in the HSM's answers. */
export const keyOf = (machine: Machine, base: string, key: HsmKey) => ({
  attributes: attributesOf(machine, key),
  key: {
    kid: identifier(base, key),
    kty: "RSA-HSM",
    key_ops: key.operations ?? OPERATIONS,
    n: key.modulus,
    e: "AQAB",
  },
});

const OPERATIONS = ["wrapKey", "unwrapKey", "encrypt", "decrypt", "sign", "verify"];

/** A key's newest version: the last one made. */
export const latest = ({ state }: Pick<Machine, "state">, name: string): HsmKey | undefined =>
  state.keys.findLast((key) => key.name === name);

export const missing = (): Answer => notFound("There is no key of this name and version.");

const identifier = (base: string, { name, version }: HsmKey): string =>
  `${base}/keys/${name}/${version}`;

/** The recovery level as recorded for retentions of other lengths (docs/azure-protocol.md 7). */
export function attributesOf(machine: Machine, { created, expires }: HsmKey) {
  const { retentionDays, purgeProtection } = machine;
  return {
    ...(expires === undefined ? {} : { exp: expires }),
    created,
    enabled: true,
    exportable: false,
    recoverableDays: retentionDays,
    recoveryLevel: purgeProtection ? "Recoverable" : "CustomizedRecoverable+Purgeable",
    updated: created,
  };
}

/** An RSA key's SPKI ends with the modulus and the exponent 65537 (RFC 8017 A.1.1). */
function modulusOf(spki: Uint8Array, bits: number): string {
  const exponentAt = spki.length - 5;
  if (!equal(spki.subarray(exponentAt), Uint8Array.of(2, 3, 1, 0, 1)))
    throw new Error("A new key has another exponent than it should.");
  return toBase64Url(spki.subarray(exponentAt - bits / 8, exponentAt));
}
