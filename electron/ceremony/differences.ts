// What differs between this ceremony and the last: people, script, program, seals. What could be
// told at its opening the witness acknowledges there.
import type { EventData, Participant, RecordEntry, SealFound } from "./events.ts";
import { alike } from "./plain.ts";

/** The program that a record was written by. Early records lack what may be absent. */
export interface Software {
  readonly version: string;
  readonly commit: string;
  readonly runtime: string;
  /** The operating system, its release and the machine's kind. */
  readonly system?: string;
  /** SHA-256 (hex) of the file that ran. */
  readonly program?: string;
  /** SHA-256 (hex) of the page that verifies evidence. */
  readonly verifier?: string;
}

/** How the last ceremony was held, and with which scripts those before it. */
export interface LastCeremony {
  readonly at: string;
  readonly people: readonly Participant[];
  readonly software: Software;
  /** Each script by its name, with the SHA-256 (hex) it had when it was last used. */
  readonly scripts: readonly { readonly script: string; readonly sha256: string }[];
}

/** Before the first ceremony, and of records that do not tell. */
export const NO_LAST: LastCeremony = {
  at: "", people: [], software: { version: "", commit: "", runtime: "" }, scripts: [],
};

export type DifferenceKind =
  | "person" | "script" | "version" | "commit" | "runtime" | "system" | "program" | "seal";

/** One difference: of which role, script or object (else ""), what it was and what it is. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly of: string;
  readonly before: string;
  readonly now: string;
}

/** Data by entry type, a part of `EventData`. */
export interface DifferenceEvents {
  /** The witness saw what differs from the ceremony with this head. */
  "differences-acknowledged": {
    readonly since: string; readonly differences: readonly Difference[];
  };
}

/** This ceremony as the next one will look back on it. */
export function lastOf(
  { participants, software, script, scriptSha256 }: EventData["opened"],
  before: LastCeremony, at: string,
): LastCeremony {
  const scripts = before.scripts.filter((one) => one.script !== script);
  return {
    at, people: participants, software, scripts: [...scripts, { script, sha256: scriptSha256 }],
  };
}

/** What an opening shows to differ. A role that was not filled, or not told, differs in nothing. */
export function openingDifferences(opened: EventData["opened"]): readonly Difference[] {
  const [earlier] = opened.earlier;
  if (earlier === undefined) return [];
  const { people, software, scripts } = earlier.last ?? NO_LAST;
  const known = [
    ...people.filter(({ role }) => !role.startsWith("officer-")),
    ...earlier.officers.map(({ officer, name }) => ({ role: officer, name })),
  ];
  return [
    ...opened.participants.flatMap(({ role, name }) =>
      changed("person", role, known.find((one) => one.role === role)?.name, name)),
    ...changed("script", opened.script,
      scripts.find(({ script }) => script === opened.script)?.sha256, opened.scriptSha256),
    ...PROGRAM.flatMap((kind) => changed(kind, "", software[kind], opened.software[kind])),
  ];
}

const PROGRAM = ["version", "commit", "runtime", "system", "program"] as const;

function changed(
  kind: DifferenceKind, of: string, before: string | undefined, now: string | undefined,
): readonly Difference[] {
  if (before === undefined || before === "" || now === undefined) return [];
  return (kind === "person" ? alike(before, now) : before === now)
    ? [] : [{ kind, of, before, now }];
}

/** All differences that a record shows: its opening's, and seals that were not as recorded. */
export function differencesOf(entries: readonly RecordEntry[]): readonly Difference[] {
  const [first] = entries;
  const opened = first?.type === "opened" ? first.data as EventData["opened"] : null;
  const seals = entries.flatMap(({ type, data }) =>
    type === "seals-checked" ? (data as EventData["seals-checked"]).seals : []);
  return [...opened === null ? [] : openingDifferences(opened), ...seals.flatMap(ofSeal)];
}

function ofSeal({ object, expected, found, condition }: SealFound): readonly Difference[] {
  const now = condition === "intact" ? found : `${found} (${condition})`.trim();
  return alike(expected, now) ? [] : [{ kind: "seal", of: object, before: expected, now }];
}
