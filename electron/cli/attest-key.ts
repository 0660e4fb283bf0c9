// `sd attest-key`: whether a genuine card keeps a Managed HSM's key, made it, and never lets it out; offline.
import {
  cardRootIn,
  certificateDer,
  checkKeyAttestation,
  KEY_CHECKS,
  rootIn,
  untrustedKey,
  type KeyAttestation,
  type Warning,
} from "../../crypto/index.ts";
import { optional, usage, type Given } from "./shared/arguments.ts";
import { dayGiven, dayOf } from "./shared/day.ts";
import { readInput } from "./shared/files.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";
import { spoken } from "./shared/spoken.ts";

/** Beside 0 for `attested` and 1 for `refused`. */
const NOT_ATTESTED_CODE = 3;

const REHEARSED = "attested: under the root of a rehearsal's cards, which are none.";
const OTHER_ROOT: Warning = {
  code: "W-KA-REHEARSAL-ROOT",
  message:
    "The card is checked against a rehearsal's root, not its maker's: it shows no genuine HSM.",
};
const LIMIT =
  "It does not show when it was asked for, in which region or for whom the HSM is, that the key still "
  + "exists, or that there is no backup of it.";

/**
 * Checks an answer; only errors of the call and of reading the files are thrown.
 * @returns exit code 0 attested, 3 not attested, 1 refused
 * @throws Fault E-USAGE, E-FILE-*, E-KA-SHAPE, and E-CERT-* for the files of roots
 */
export function attestKey(given: Given, { warn }: Pick<Voice, "warn">): Outcome {
  const [path] = given.words;
  if (path === undefined) throw usage("Give the file of the attestation.");
  const keyPath = optional(given, "--key");
  const rehearsal = optional(given, "--rehearsal-root");
  if (rehearsal !== null) warn(OTHER_ROOT);
  const at = dayGiven(given) ?? new Date();
  const poolRoot = poolRootOf(given);
  const attestation = checkKeyAttestation(readInput(path, "the attestation"), {
    at,
    key: keyPath === null ? null : readInput(keyPath, "--key"),
    poolRoot,
    rehearsalRoot:
      rehearsal === null
        ? null
        : cardRootIn(certificateDer(readInput(rehearsal, "--rehearsal-root"))),
  });
  const refusal = untrustedKey(attestation);
  const limits = [...(poolRoot === null ? [unpinned(attestation)] : []), LIMIT];
  const { verdict, checks, place, key } = attestation;
  return {
    text: [
      verdict === "attested" && rehearsal !== null ? REHEARSED : saysOf(attestation),
      ...checks.map(({ check, ok }) => `  ${ok ? "valid" : "FAILS"}  ${KEY_CHECKS[check]}`),
      ...keyLines(attestation),
      ...limits,
    ].join("\n"),
    data: {
      verdict,
      checks: checks.map(({ check, ok }) => ({ check, ok, means: KEY_CHECKS[check] })),
      root: rehearsal === null ? "maker" : "rehearsal",
      at: dayOf(at),
      key: key === null ? null : { ...key, key: spoken(key.key) },
      place:
        place === null
          ? null
          : {
              ...place,
              poolRoot: spoken(place.poolRoot),
              poolCertificate: spoken(place.poolCertificate),
              until: dayOf(place.until),
            },
      poolRootGiven: poolRoot !== null,
      limits,
    },
    code: { attested: 0, "not-attested": NOT_ATTESTED_CODE, refused: 1 }[verdict],
    ...(refusal === null ? {} : { refusal }),
  };
}

/** SHA-256 (hex) of the HSM's root: given as such, or that of a certificate. */
function poolRootOf(given: Given): string | null {
  const value = optional(given, "--pool-root");
  if (value === null || /^[0-9a-f]{64}$/.test(value)) return value;
  return rootIn(readInput(value, "--pool-root"));
}

function saysOf({ verdict, checks }: KeyAttestation): string {
  if (verdict === "attested")
    return "attested: a genuine card made this key, keeps it, and never let it out.";
  if (verdict === "refused") return "refused: do not rely on this key.";
  const [failed] = checks.filter(({ ok }) => !ok).map(({ check }) => check);
  return failed === "known-layout" || failed === "kind"
    ? "not-attested: this form of an attestation is not known here."
    : failed === "compared"
      ? "not-attested: a genuine card signed this, but of which key was not compared: give --key."
      : "not-attested: a genuine card signed this, but the key was brought in, or could have left.";
}

const unpinned = ({ place }: KeyAttestation): string =>
  place === null
    ? "The root of the HSM was not compared."
    : `The root of the HSM was not compared: give --pool-root ${place.poolRoot} from now on.`;

/** What is attested; nothing of what is refused. */
function keyLines({ verdict, key, place }: KeyAttestation): readonly string[] {
  if (verdict === "refused") return [];
  return [
    ...(key === null
      ? []
      : [
          `Key: ${key.path}`,
          ...(key.kid === "" ? [] : [`Its address: ${key.kid} (nothing vouches for the host)`]),
          ...(key.bits === 0
            ? []
            : [`RSA of ${key.bits} bits, SHA-256 of its public key: ${key.key}`]),
          `${key.local ? "Made" : "Not made"} in the HSM; it ${key.extractable ? "can" : "cannot"} be `
            + `extracted${key.neverExtractable ? ", and never could" : ""}.`,
        ]),
    ...(place === null
      ? []
      : [
          `Card: ${place.card}`,
          `Partition: ${place.partition}`,
          `Root of the HSM, named ${place.pool}: ${place.poolRoot}`,
          `Its certificates are valid until ${dayOf(place.until)}`,
        ]),
  ];
}
