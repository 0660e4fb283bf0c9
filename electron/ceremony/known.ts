// What a ceremony goes on from: what the earlier record left standing, or what was found without
// one. And what its own files are called beside those that are there already.
import { officerOf } from "./entries/forms.ts";
import type { OfficerStanding } from "./standing.ts";
import type { State } from "./state.ts";

/** An officer's key that is older than this ceremony, as `OfficerStanding`. */
export type KnownOfficer = Pick<
  OfficerStanding,
  "officer" | "keyName" | "signingName" | "thumbprint" | "signingThumbprint"
>;

/** The security domain that was in force, and whose keys open it. */
export interface Known {
  readonly domainSha256: string;
  readonly domainFile: string;
  readonly officers: readonly KnownOfficer[];
}

/** Null for a ceremony that begins with nothing, or has found nothing yet. */
export function knownOf({ opened, found }: State): Known | null {
  const [earlier] = opened?.earlier ?? [];
  if (earlier !== undefined) return earlier;
  if (found === null) return null;
  const { sha256, files, officers } = found;
  return { domainSha256: sha256, domainFile: files[0]?.name ?? "", officers };
}

/** The officer's key that is older than this ceremony; null where it is made anew in it. */
export function keptKeyOf(state: State, seat: number): KnownOfficer | null {
  if (isRenewed(state, seat)) return null;
  return knownOf(state)?.officers.find(({ officer }) => officer === officerOf(seat)) ?? null;
}

/** Whether this officer's key is made anew, in place of an older one. */
export const isRenewed = ({ opened }: State, seat: number): boolean =>
  opened?.renewed?.includes(seat) === true;

/** SHA-256 (hex) of the officer's wrapping certificate: made here, or kept. */
export const thumbprintOf = (state: State, seat: number): string | undefined =>
  state.officers[officerOf(seat)]?.made?.thumbprint ?? keptKeyOf(state, seat)?.thumbprint;

/** Names of the officer's files without their endings. */
export interface KeyNames {
  readonly key: string;
  readonly signing: string;
}

/** Those of the kept key; else those of a new one, which no older file has. */
export function keyNamesOf(state: State, seat: number): KeyNames {
  const kept = keptKeyOf(state, seat);
  // Of an officer who was not there when keys were found no name is known, but the usual one.
  if (kept !== null && kept.keyName !== "") return { key: kept.keyName, signing: kept.signingName };
  const old = knownOf(state)?.officers.find(({ officer }) => officer === officerOf(seat));
  const number = String(seat - 1);
  return {
    key: nameAfter(old?.keyName, `cert_${number}`),
    signing: nameAfter(old?.signingName, `sign_${number}`),
  };
}

/** The name of a new domain's file without its ending: none that is there has it. */
export const domainNameAfter = (state: State): string =>
  nameAfter(
    knownOf(state)?.domainFile.replace(/\.json$/, ""),
    domainNameOf(state.opened?.hsm ?? ""),
  );

/** What an HSM's first security domain is called. */
export const domainNameOf = (hsm: string): string => `${hsm}-SD`;

/** "cert_2", and after it "cert_2-2", "cert_2-3"; so it is after a name that nobody knows, too. */
function nameAfter(before: string | undefined, first: string): string {
  if (before === undefined) return first;
  const [, base = "", turn = "1"] = /^(.+?)(?:-(\d{1,4}))?$/.exec(before) ?? [];
  const isOurs = base === first || (base.endsWith("-SD") && first.endsWith("-SD"));
  return isOurs ? `${base}-${String(Number(turn) + 1)}` : `${first}-2`;
}
