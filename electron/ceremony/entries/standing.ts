// The standing that ceremonies leave: the state of custody when a record is closed. The next
// ceremony's first entry contains it, so that each record can be read without the ones before it.
// No member is ever null: a missing date or digest is "".
import * as z from "zod/mini";
import {
  count,
  digest,
  digestOrNone,
  officer,
  participant,
  text,
  time,
  type Data,
} from "./forms.ts";

/**
 * The trouble of an officer's key: "" none; its media are lost, or cannot be read; the officer has
 * left; nobody knows the passphrase; the seal was broken, or differs from the record's.
 */
export const trouble = z.enum(["lost", "damaged", "left", "forgotten", "seal-broken"]);
export type Trouble = OfficerStanding["trouble"];

/** One officer. Thumbprints: SHA-256 (hex) of the certificates' DER. */
const officerStanding = z.strictObject({
  officer,
  name: text,
  /** The files on their media, without their endings, such as "cert_0" and "sign_0". */
  keyName: text,
  signingName: text,
  thumbprint: digestOrNone,
  /** "" for a key that was made elsewhere, which cannot sign anything. */
  signingThumbprint: digestOrNone,
  trouble: z.union([trouble, z.literal("")]),
  /** When the seals of their objects were last compared, and their key last opened something. */
  sealsSeenAt: time,
  keyOpenedAt: time,
});
export type OfficerStanding = Data<typeof officerStanding>;

/** An object taken into custody. */
export const custodyObject = z.strictObject({
  object: text,
  seal: text,
  place: text,
  custodian: text,
});
export type CustodyObject = Data<typeof custodyObject>;

/** An object in custody, and when its seal, place and custodian were last recorded. */
const objectStanding = z.extend(custodyObject, { seenAt: time });
export type ObjectStanding = Data<typeof objectStanding>;

/** One hand-off of an object from one custodian to another, with its seal unbroken. */
export const handOff = z.strictObject({
  object: text,
  seal: text,
  from: text,
  to: text,
  place: text,
});
const timedHandOff = z.extend(handOff, { at: time });
export type HandOff = Data<typeof timedHandOff>;

/** The program that wrote a record. Early records lack the optional members. */
export const software = z.strictObject({
  version: text,
  commit: text,
  runtime: text,
  /** The operating system, its release and the machine's kind. */
  system: z.exactOptional(text),
  /** SHA-256 (hex) of the file that ran, and of the page that verifies evidence. */
  program: z.exactOptional(digest),
  verifier: z.exactOptional(digest),
});
export type Software = Data<typeof software>;

/** How the last ceremony was performed, and with which scripts those before it. */
const lastCeremony = z.strictObject({
  at: text,
  people: z.array(participant),
  software,
  /** Each script by its name, with the SHA-256 (hex) it had when it was last used. */
  scripts: z.array(z.strictObject({ script: text, sha256: digest })),
});
export type LastCeremony = Data<typeof lastCeremony>;

/** A photograph of a seal: which bag with which number, the file's SHA-256, when it was recorded. */
const photograph = z.strictObject({ object: text, seal: text, sha256: digest, at: time });
export type Photograph = Data<typeof photograph>;

/** What a custodian's part leaves standing. */
export const partStanding = z.strictObject({
  officers: z.array(officerStanding),
  objects: z.array(objectStanding),
  /** Hand-offs since the objects were last recorded together. */
  handOffs: z.array(timedHandOff),
  /** The last photographs of each photographed object; absent if none. */
  photographs: z.exactOptional(z.array(photograph)),
});

/** What the earlier ceremony left standing, and the head of its record. */
export const earlier = z.extend(partStanding, {
  head: digest,
  hsm: text,
  required: count,
  /** SHA-256 (hex) of the security domain that is in force, and the name of its file. */
  domainSha256: digestOrNone,
  domainFile: text,
  /** Of the last ceremony that opened that domain; absent if its record has none. */
  commitment: z.exactOptional(digest),
  /** Which subsets of officers' seats opened the domain, and when. */
  subsets: z.array(z.array(count)),
  provenAt: time,
  /** The last custody attestation, and the last recovery that found every key again. */
  attestedAt: time,
  drilledAt: time,
  /** The last dry run of recovery; absent if none was held. */
  dryRunAt: z.exactOptional(time),
  /** The newest full backup that is known, and when it was recorded. */
  backup: z.strictObject({ container: text, folder: text, at: time }),
  /**
   * SHA-256 (hex) of the public key of the HSM's own root, which attested its keys; "" after an upload to
   * another HSM, absent if no attestation was read.
   */
  poolRoot: z.exactOptional(digestOrNone),
  /** Microsoft's rules to which two people accepted an exception, with their reason. */
  deviations: z.array(z.strictObject({ rule: text, reason: text })),
  /** Early records lack it. */
  last: z.exactOptional(lastCeremony),
  /** When its record was closed, and the version of the rules in it if that is not 1. */
  closedAt: z.exactOptional(time),
  rules: z.exactOptional(count),
});
export type Earlier = Data<typeof earlier>;

/** Everything known about an HSM's security domain and its custody. */
export type Standing = Omit<Earlier, "head" | "last" | "closedAt" | "rules"> & {
  readonly last: LastCeremony;
};

/** For records that do not mention a last ceremony. */
export const NO_LAST: LastCeremony = {
  at: "",
  people: [],
  software: { version: "", commit: "", runtime: "" },
  scripts: [],
};

/** Before the first ceremony. */
export const NOTHING: Standing = {
  hsm: "",
  required: 0,
  domainSha256: "",
  domainFile: "",
  officers: [],
  objects: [],
  handOffs: [],
  subsets: [],
  provenAt: "",
  attestedAt: "",
  drilledAt: "",
  backup: { container: "", folder: "", at: "" },
  deviations: [],
  last: NO_LAST,
};

const UNKNOWN: Omit<OfficerStanding, "officer"> = {
  name: "",
  keyName: "",
  signingName: "",
  thumbprint: "",
  signingThumbprint: "",
  trouble: "",
  sealsSeenAt: "",
  keyOpenedAt: "",
};

/** Made once, because comparing with a language makes one each time. */
const bySeat = new Intl.Collator("en", { numeric: true });

/** The officers with a change to one, by their seats. */
export function withOfficer(
  officers: readonly OfficerStanding[],
  officer: string,
  change: Partial<OfficerStanding>,
): readonly OfficerStanding[] {
  const known = officers.find((one) => one.officer === officer);
  const now = { ...UNKNOWN, officer, ...known, ...change };
  const all =
    known === undefined ? [...officers, now] : officers.map((one) => (one === known ? now : one));
  return all.toSorted((a, b) => bySeat.compare(a.officer, b.officer));
}

/**
 * Without the officers of seats above this number, who are not there any more, and their objects:
 * these belong to nobody's key.
 */
export function withoutLeft(standing: Standing, officers: number): Standing {
  const isLeft = (name: string): boolean =>
    Number(/^officer-(\d+)(?: |$)/.exec(name)?.[1] ?? 0) > officers;
  const ofOthers = <One extends { readonly object: string }>(all: readonly One[]) =>
    all.filter(({ object }) => !isLeft(object));
  return {
    ...standing,
    officers: standing.officers.filter(({ officer }) => !isLeft(officer)),
    objects: ofOthers(standing.objects),
    handOffs: ofOthers(standing.handOffs),
  };
}

/** Objects as before, each as last seen; new ones after them. */
export const mergedObjects = (
  before: readonly ObjectStanding[],
  now: readonly ObjectStanding[],
): readonly ObjectStanding[] => [
  ...before.map((object) => now.find((one) => one.object === object.object) ?? object),
  ...now.filter((one) => !before.some(({ object }) => object === one.object)),
];

/**
 * Photographs as before, those of an object photographed again replaced by the new ones.
 * @param since RFC 3339, UTC: those from then on stay beside the new ones
 */
export const mergedPhotographs = (
  before: readonly Photograph[] = [],
  now: readonly Photograph[] = [],
  since = "",
): readonly Photograph[] => [
  ...before.filter(
    ({ object, at }) => !now.some((one) => one.object === object) || (since !== "" && at >= since),
  ),
  ...now,
];
