// What a ceremony continues: what the earlier record left, or what was found without one. And the
// names of its own files beside existing ones.
import { officerOf } from "./entries/forms.ts";
import type { OfficerStanding } from "./entries/standing.ts";
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

/** The officer's key that is older than this ceremony; null if it is replaced in it. */
export function keptKeyOf(state: State, seat: number): KnownOfficer | null {
  if (isRenewed(state, seat)) return null;
  return knownOf(state)?.officers.find(({ officer }) => officer === officerOf(seat)) ?? null;
}

/** Whether this officer's key is replaced. */
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

/** Those of the kept key; else unused names for a new one. */
export function keyNamesOf(state: State, seat: number): KeyNames {
  const kept = keptKeyOf(state, seat);
  // An officer who was absent when keys were found has only the usual names.
  if (kept !== null && kept.keyName !== "") return { key: kept.keyName, signing: kept.signingName };
  const old = knownOf(state)?.officers.find(({ officer }) => officer === officerOf(seat));
  const number = String(seat - 1);
  return {
    key: nameAfter(old?.keyName, `cert_${number}`),
    signing: nameAfter(old?.signingName, `sign_${number}`),
  };
}

/** The name of a new domain's file without its ending: not yet used. */
export const domainNameAfter = (state: State): string =>
  nameAfter(
    knownOf(state)?.domainFile.replace(/\.json$/, ""),
    domainNameOf(state.opened?.hsm ?? ""),
  );

/** What an HSM's first security domain is called. */
export const domainNameOf = (hsm: string): string => `${hsm}-SD`;

/** "cert_2", then "cert_2-2", "cert_2-3"; the same after an unknown name. */
function nameAfter(before: string | undefined, first: string): string {
  if (before === undefined) return first;
  const [, base = "", turn = "1"] = /^(.+?)(?:-(\d{1,4}))?$/.exec(before) ?? [];
  const isOurs = base === first || (base.endsWith("-SD") && first.endsWith("-SD"));
  return isOurs ? `${base}-${String(Number(turn) + 1)}` : `${first}-2`;
}
