// What the forms of entries are made of: checks of single values, and shapes that several nouns
// share.
import * as z from "zod/mini";
import type { Actor } from "../../../ceremony-scripts/index.ts";
import { count, digest, like, text, type Data } from "../../record/forms.ts";

export {
  count,
  day,
  digest,
  digestOrNone,
  like,
  text,
  time,
  truth,
  type Data,
} from "../../record/forms.ts";

export const officer = like(/^officer-([1-9]|10)$/);
export const officerOrNone = like(/^(officer-([1-9]|10))?$/);
export const refusalCode = like(/^E-[A-Z0-9-]{1,60}$/);
/** Of Intel's security advisories. */
export const advisory = like(/^INTEL-(SA|DOC)-\d{5}$/);
export const pointName = like(/^[a-z-]{1,40}$/);
export const role = like(/^(administrator|witness|officer-([1-9]|10))$/);
/** As `role`, for the person who has it. */
export const actor = z.custom<Actor>((value) => z.safeParse(role, value).success);
export const station = z.enum(["offline", "connected"]);

/** Someone in the room. Officers have a seat, 1 to N. */
export const participant = z.strictObject({ role: actor, name: text });
export type Participant = Data<typeof participant>;

/** A file as written and read back: on which medium, its size in bytes, SHA-256 in hex. */
const fileOnMedium = z.strictObject({
  medium: text,
  label: text,
  name: text,
  size: count,
  sha256: digest,
});
export type FileOnMedium = Data<typeof fileOnMedium>;
export const files = z.array(fileOnMedium);
/** Received bytes, and the files they became. */
export const received = { sha256: digest, size: count, files };

/**
 * That the domain's secret was at hand: the value whose SHA-256 is the one of the record before, as
 * crypto/FORMAT.md says. Records of the first version of the rules lack it.
 */
export const commitment = z.exactOptional(digest);

/** For the standing: nothing, from an entry that lacks it. */
export const leftOf = ({ commitment: given }: { readonly commitment?: string }) =>
  given === undefined ? {} : { commitment: given };

/** The number on the bag of an object. */
export const seal = z.strictObject({ object: text, seal: text });
export type Seal = Data<typeof seal>;

/** A summary of the station's interfaces. `unknown` if the system cannot tell. */
export const network = z.strictObject({
  up: z.array(text),
  wasOnline: z.enum(["yes", "no", "unknown"]),
});
export type NetworkSummary = Data<typeof network>;

/** A key of the HSM: SHA-256 (hex) of its public half. */
const expectedKey = z.strictObject({ name: text, version: text, publicSha256: text });
export type ExpectedKey = Data<typeof expectedKey>;
export const keys = z.array(expectedKey);

/** A role assignment: Azure's GUIDs of person and role, the role's name, scope: "/", "/keys/N". */
const expectedRole = z.strictObject({ principal: text, role: text, roleName: text, scope: text });
export type ExpectedRole = Data<typeof expectedRole>;
export const roles = z.array(expectedRole);

/** Whether a genuine Managed HSM made an exchange key. One that is refused is not recorded. */
export const verdict = z.enum(["attested", "not-attested"]);
export type AttestationVerdict = Data<typeof verdict>;

/** The name of an officer's seat in the record. */
export const officerOf = (seat: number): `officer-${number}` => `officer-${seat}`;

/** The seat in a name, or 0: "officer-2 card" belongs to officer 2. */
export const seatIn = (name: string): number => Number(/^officer-(\d+)\b/.exec(name)?.[1] ?? 0);

/**
 * How many words of the entry's hash are on the paper that people sign: 16, which the record's own
 * reader demands. Early records lack it.
 */
export const spoken = z.exactOptional(count);
