// A lie: a change of an honest ceremony, which is chained and signed again, so that it breaks one rule. What lies are made of.
import type { Counts } from "../../ceremony-scripts/index.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { openingDifferences, sealedText, systemWithImage } from "../ceremony/ceremony.ts";
import type { RuleCode } from "./breach.ts";
import { type Draft, type DraftOf, consentsIn, draftOf, stepIn } from "./drafts.fixture.ts";
import type { Exchange, Odd, Pool } from "./pool.fixture.ts";
import type { Type } from "./reading.ts";

export interface Lie {
  readonly name: string;
  readonly script: string;
  readonly code: RuleCode;
  readonly change: (drafts: Draft[], pool: Pool) => void;
  /** How many officers the ceremony has, and the quorum; two of three unless given. */
  readonly counts?: Counts;
  /** Those of the ceremony that it continues, if they were others. */
  readonly left?: Counts;
  /** The head that it continues; left out it is that of the honest one. */
  readonly previous?: string;
}

/** A change of an honest ceremony after which it is honest still. */
export type Rarity = Omit<Lie, "code">;

export const OTHER_SCRIPT = "another";
export const OTHER = sha256Hex(utf8(OTHER_SCRIPT));
export const IMAGE = sha256Hex(utf8("image"));

export const sealOf = (...told: Parameters<typeof sealedText>): string =>
  sha256Hex(utf8(sealedText(...told)));

/** Not every honest ceremony has what a lie changes. */
export class Missing extends Error {}

/** As `draftOf`, but it must be there. */
export function find<Of extends Type>(
  drafts: readonly Draft[],
  type: Of,
  n = 0,
  is: (draft: Draft) => boolean = () => true,
): DraftOf<Of> {
  const found = draftOf(drafts, type, n, is);
  if (found === undefined) throw new Missing(type);
  return found;
}

export const ofStep = (step: string) => (draft: Draft) => stepIn(draft) === step;

export const drop = (drafts: Draft[], ...gone: readonly Draft[]): void => {
  for (const one of gone) drafts.splice(drafts.indexOf(one), 1);
};

let fresh = 100_000;
/** An entry more, like another. */
export function insert(
  drafts: Draft[],
  where: Draft,
  offset: 0 | 1,
  change: Partial<Draft>,
): Draft {
  const draft = { ...where, data: structuredClone(where.data), ...change, id: fresh++ };
  drafts.splice(drafts.indexOf(where) + offset, 0, draft);
  return draft;
}

/** All entries from the step's beginning to its end. */
export function stepOf(drafts: readonly Draft[], step: string): readonly Draft[] {
  const from = drafts.findIndex((draft) => draft.type === "step-began" && stepIn(draft) === step);
  const to = drafts.findIndex(
    (draft) =>
      (draft.type === "step-done" || draft.type === "handed-over") && stepIn(draft) === step,
  );
  return drafts.slice(from, to + 1);
}

export const DECIDERS = ["administrator", "witness"];
export type Before = DraftOf<"opened">["data"]["earlier"][number];

/** Two people decide despite a refusal, and all consent to it. */
export const decides = (
  drafts: Draft[],
  data: { readonly code: string; readonly record?: string },
) => {
  const opened = find(drafts, "opened");
  insert(drafts, opened, 1, { type: "refusal-accepted", data: { ...data, decidedBy: DECIDERS } });
  for (const consent of consentsIn(drafts)) consent.accepted = [data.code];
};
const DEED_OF_HSM = {
  "hsm-untouched": "none",
  "hsm-active": "delete",
  "hsm-perhaps": "ask",
} as const;
export type Remains = DraftOf<"aborted">["data"]["remains"];

/** What the app records of an abort, of keys that were made and of the HSM. */
export function remainsAfter(drafts: readonly Draft[]): Remains {
  const isThere = (type: string): boolean => drafts.some((draft) => draft.type === type);
  const [asked, sent] = [isThere("download-began"), isThere("upload-began")];
  const isActive = isThere("download-ended") || isThere("upload-ended");
  const because = isActive ? "hsm-active" : asked || sent ? "hsm-perhaps" : "hsm-untouched";
  const deed = asked ? "seal" : "destroy";
  const making = drafts.filter(({ type }) => type === "key-making-began");
  return [
    { object: "hsm", because, deed: DEED_OF_HSM[because], by: "administrator" },
    ...(making as DraftOf<"key-making-began">[]).flatMap(({ data: { officer: by } }): Remains =>
      [by, `${by}-backup`].map((object) => ({ object, because: "key-made", deed, by })),
    ),
  ];
}
/** Nothing of what another entry is signed or chained with. */
export const UNSIGNED = {
  signs: undefined as never,
  binds: undefined as never,
  carries: undefined as never,
};

type ChangeAborted = (aborted: DraftOf<"aborted">["data"]) => void;

/** Aborts it where a step begins, and closes it on paper. */
export function abortAt(drafts: Draft[], step: string, change: ChangeAborted): void {
  abortBefore(drafts, find(drafts, "step-began", 0, ofStep(step)), change);
}

/** The same before any entry. */
export function abortBefore(drafts: Draft[], where: Draft, change: ChangeAborted): void {
  const rest = drafts.splice(drafts.indexOf(where));
  const remains = remainsAfter(drafts);
  const data = { reason: "Fire.", decidedBy: [...DECIDERS], remains: [...remains] };
  change(data);
  const { participants, earlier } = find(drafts, "opened").data;
  const made = drafts.filter(({ type }) => type === "key-made").length;
  const keys = earlier.length === 0 ? made : Infinity;
  const present = participants.map((one) => one.role);
  const { consent } = find([...drafts, ...rest], "act-signing").data;
  const signers = consent.signers!.slice(0, keys);
  const thumbprints = consent.thumbprints.slice(0, keys);
  const [by, closes] = [
    "administrator",
    { present, consent: { ...consent, signers, thumbprints } },
  ];
  drafts.push(
    { ...rest[0]!, ...UNSIGNED, type: "aborted", by, data },
    { ...rest[1]!, ...UNSIGNED, type: "closing-on-paper", by, data: closes },
  );
}

interface Bag {
  readonly object: string;
  readonly seal: string;
}
const DAY = 86_400_000;

/** A recess of 40 days in which nothing was in a bag. */
export const longRecess = (drafts: Draft[]): Draft => recess(drafts, { took: 40 * DAY });

/** A recess before the fifth step, with these bags before and after it. @returns its end */
export function recess(
  drafts: Draft[],
  {
    seals = [],
    after = seals,
    took = 0,
    confirmedBy = "witness",
  }: {
    readonly seals?: readonly Bag[];
    readonly after?: readonly Bag[];
    readonly took?: number;
    readonly confirmedBy?: string;
  },
): Draft {
  const began = find(drafts, "step-began", 4) as Draft;
  const step = stepIn(began);
  insert(drafts, began, 0, { type: "recess-began", by: "administrator", data: { step, seals } });
  for (const draft of drafts.slice(drafts.indexOf(began))) draft.at += took;
  const data = { step, seals: after, confirmedBy };
  return insert(drafts, began, 0, { type: "recess-ended", by: "witness", data });
}

/** A recess in which there is just this entry. */
export function recessAround(drafts: Draft[], only: Draft): void {
  const { at, station } = only;
  const before = drafts.slice(0, drafts.indexOf(only) + 1);
  const step = stepIn(before.findLast(({ type }) => type === "step-began")!);
  const data = { step, seals: [] };
  const began = { ...UNSIGNED, type: "recess-began", by: "administrator", at, station, data };
  insert(drafts, only, 0, began);
  const ended = { ...began, type: "recess-ended", by: "witness" };
  insert(drafts, only, 1, { ...ended, data: { ...data, confirmedBy: "witness" } });
}

/** This entry, so long after the one before it; all after it move with it. */
export function apart(drafts: readonly Draft[], where: Draft, after: number): void {
  const n = drafts.indexOf(where);
  const by = drafts[n - 1]!.at + after - where.at;
  for (const draft of drafts.slice(n)) draft.at += by;
}

/** The end is signed once more, after what voided it. */
export function closesAgain(drafts: Draft[]): void {
  const end = drafts.slice(drafts.indexOf(find(drafts, "closing") as Draft));
  const signed = end.filter(({ signs }, n) => n === 0 || signs?.over === end[0]!.id);
  const { at } = drafts.at(-1)!;
  const again = signed.map((one) =>
    insert(drafts, drafts.at(-1)!, 1, { ...UNSIGNED, ...one, data: structuredClone(one.data), at }),
  );
  for (const one of again)
    if (one.signs !== undefined) one.signs = { ...one.signs, over: again[0]!.id };
}

/** The HSM gave this exchange key, and people checked it as they would any. */
export function withExchange(
  drafts: readonly Draft[],
  { certificate, attestation }: Exchange,
): void {
  const { data: fetched } = find(drafts, "exchange-key-fetched");
  const texts = [
    [fetched.thumbprint, certificate.thumbprint],
    [fetched.files[1]!.sha256, sha256Hex(utf8(certificate.pem))],
  ] as const;
  for (const draft of drafts)
    draft.data = JSON.parse(
      texts.reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(draft.data)),
    ) as object;
  const { checks, quote, verdict } = attestation;
  const isAttested = verdict === "attested";
  const said = isAttested ? verdict : "not-attested";
  const now = find(drafts, "exchange-key-fetched").data;
  Object.assign(now, { certificate: certificate.pem, verdict: said });
  now.files[1]!.size = utf8(certificate.pem).length;
  const { data: judged } = find(drafts, "exchange-key-judged");
  delete judged.collateral;
  const named = (ok: boolean) => checks.flatMap((one) => (one.ok === ok ? one.check : []));
  Object.assign(judged, { verdict: said, held: named(true), failed: named(false) });
  const [mrsigner, mrenclave, root] = [
    quote?.mrsigner ?? "",
    quote?.mrenclave ?? "",
    quote?.root ?? "",
  ];
  Object.assign(judged, { mrsigner, mrenclave, root });
  accepts(drafts, isAttested);
}

/** People accept the exchange key after a verdict, and consent to it. */
export function accepts(drafts: readonly Draft[], attested: boolean): void {
  const decidedBy = attested ? [] : [...officersIn(drafts)];
  Object.assign(find(drafts, "exchange-key-accepted").data, { attested, decidedBy });
  const verdict = attested ? "attested" : "not-attested";
  for (const consent of consentsIn(drafts))
    if (consent.exchangeAttested !== "") consent.exchangeAttested = verdict;
}

/** A recovery in earnest: its HSM's key is of no rehearsal, and no enclave vouches for it. */
export function recoversInEarnest(
  drafts: readonly Draft[],
  pool: Pool,
  which: Odd = "inEarnest",
): void {
  const { list, unknown } = find(drafts, "backup-known").data;
  if (list === undefined && unknown === undefined) throw new Missing();
  find(drafts, "opened").data.mode = "PRODUCTION";
  withExchange(drafts, pool.odd(which));
  const waited = find(drafts, "restore-waited");
  const before = drafts[drafts.indexOf(waited) - 1]!;
  apart(drafts, waited, Date.parse(waited.data.since) + 1_800_000 - before.at);
  waited.data.waited = 1800;
}
/** What was found on the medium, and what two people noted at another time than its own. */
export function exceptionAfterIncident(drafts: Draft[], later: number): void {
  const taken = find(drafts, "taken-over");
  const found = taken.at - 7_200_000;
  const foundAt = new Date(found).toISOString();
  const notedAt = new Date(found + later).toISOString();
  const { step } = taken.data;
  const began = { type: "incident-found", by: "app", carries: undefined as never };
  const incident = insert(drafts, taken, 1, {
    ...began,
    data: { step, medium: "transfer", files: ["cert_0.key"], foundAt },
  });
  const said = { expected: "A.", happened: "B.", decided: "C.", decidedBy: DECIDERS, step };
  const data = { ...said, decision: "continue", notedAt };
  insert(drafts, incident, 1, { type: "exception-noted", by: "administrator", data });
}
/** The domain has this size, wherever it is. */
export function resized(drafts: readonly Draft[], size: number): void {
  const before = find(drafts, "domain-written").data.size;
  for (const draft of drafts)
    draft.data = JSON.parse(
      JSON.stringify(draft.data).replaceAll(`"size":${before}`, `"size":${size}`),
    ) as object;
}
/** As the first version of the rules had it. */
export function underFirst(drafts: readonly Draft[]): void {
  const { data } = find(drafts, "opened");
  delete data.rules;
  for (const one of data.earlier) {
    delete one.rules;
    delete one.closedAt;
  }
}
/** As the second version had it. */
export function underSecond(drafts: readonly Draft[]): void {
  const { data } = find(drafts, "opened");
  for (const one of [data, ...data.earlier]) one.rules = 2;
}
/** The run up to this entry, once more: people decided to repeat it. */
export function runAgain(
  drafts: Draft[],
  last: Draft,
  change: (copies: readonly Draft[]) => void,
): void {
  const to = drafts.indexOf(last);
  const from = drafts.slice(0, to).findLastIndex(({ type }) => type === "step-began");
  const copies = drafts
    .slice(from, to + 1)
    .map((one) => ({ ...one, data: structuredClone(one.data), id: fresh++ }));
  change(copies);
  const exception = insertException(drafts, last, { decision: "repeat" });
  drop(drafts, exception);
  drafts.splice(drafts.indexOf(last) + 1, 0, exception, ...copies);
  for (const [n, one] of [exception, ...copies].entries()) one.at = last.at + n;
  smooth(drafts);
}

const LOST = { reason: "The HSM is still waiting: the call did not count.", decidedBy: [] };
export const again = { type: "download-again-decided", by: "app", data: LOST };
/** What the files of the kept keys are called is not known. */
export function namelessKeys(drafts: readonly Draft[]): void {
  for (const one of find(drafts, "opened").data.earlier[0]!.officers) one.keyName = "";
}

export function officersIn(drafts: readonly Draft[]): readonly string[] {
  return find(drafts, "opened")
    .data.participants.map((one) => one.role as string)
    .filter((role) => role.startsWith("officer-"))
    .slice(0, 2);
}

/**
 * Last time the administrator, the script and the program were others; the witness and the system were
 * spelled in other letters. @returns what the witness acknowledges
 */
export function differs(drafts: readonly Draft[]) {
  const { data } = find(drafts, "opened");
  const last = data.earlier[0]!.last!;
  const [before, witness] = ["administrator", "witness"].map((other) =>
    last.people.find(({ role }) => role === other),
  );
  if (before === undefined || witness === undefined) throw new Missing();
  before.name = "Someone Else";
  witness.name = witness.name.toUpperCase();
  last.scripts = [{ script: data.script, sha256: OTHER }];
  const { system = "Linux" } = data.software;
  Object.assign(data.software, { system, program: OTHER });
  Object.assign(last.software, { system: system.toLowerCase(), program: IMAGE });
  const { data: told } = find(drafts, "differences-acknowledged");
  told.differences = structuredClone(openingDifferences(data)) as typeof told.differences;
  return told.differences;
}

/** As if the station had been started from a live image, whose words were heard. */
export function imageHeard(drafts: Draft[]): DraftOf<"image-heard"> {
  find(drafts, "opened").data.software.system = systemWithImage("Linux", IMAGE);
  if (draftOf(drafts, "image-heard") === undefined) {
    const data = { sha256: IMAGE };
    insert(drafts, find(drafts, "step-performed"), 1, { type: "image-heard", by: "witness", data });
  }
  const heard = find(drafts, "image-heard");
  heard.data.sha256 = IMAGE;
  return heard;
}

export const takePart = (drafts: readonly Draft[]) => find(drafts, "part-taken");

export function changeSeat(
  drafts: Draft[],
  { role, from, to }: { readonly role: string; readonly from: string; readonly to: string },
  before = "export-certificates",
): Draft {
  const staying = ["administrator", "witness", "officer-2"].filter((one) => one !== role);
  return insert(drafts, find(drafts, "step-began", 0, ofStep(before)), 0, {
    type: "seat-changed",
    by: "administrator",
    data: { role, from, toRole: role, to, reason: "They left.", decidedBy: staying.slice(0, 2) },
  });
}

export function insertException(
  drafts: Draft[],
  where: Draft,
  { decision = "continue", step: named }: { readonly decision?: string; readonly step?: string },
): Draft {
  // The current step: the one that begins here, or has begun.
  const from = drafts.slice(0, drafts.indexOf(where) + 1);
  const began = from.findLast(({ type }) => type === "step-began");
  const step = named ?? (began === undefined ? "" : stepIn(began));
  return insert(drafts, where, 0, {
    type: "exception-noted",
    by: "administrator",
    data: { expected: "A.", happened: "B.", decided: "C.", decidedBy: DECIDERS, step, decision },
  });
}

/** Only so many officers sign the end: two people noted an exception before it. */
export function closedByFirst(drafts: Draft[], officers: number): void {
  const closing = find(drafts, "closing");
  const gone = closing.data.present.splice(officers);
  if (gone.length === 0) throw new Missing();
  insertException(drafts, closing, {});
  const end = drafts.slice(drafts.indexOf(closing));
  drop(drafts, ...end.filter(({ type, by }) => type === "signed" && gone.includes(by)));
}

/** The times of the entries in their order again. */
export function smooth(drafts: Draft[]): void {
  const times = drafts.map(({ at }) => at).toSorted((a, b) => a - b);
  drafts.forEach((draft, i) => {
    draft.at = times[i] ?? draft.at;
  });
}

/**
 * A list of lies, and what adds one to it.
 * @param counts of their ceremonies
 * @param left of what these continue, if they are others
 */
export function listOfLies(counts?: Counts, left?: Counts) {
  const lies: Lie[] = [];
  const lie = (
    code: RuleCode,
    script: string,
    name: string,
    change: Lie["change"],
    previous?: string,
  ): void => {
    const around = {
      ...(counts && { counts }),
      ...(left && { left }),
      ...(previous !== undefined && { previous }),
    };
    lies.push({ code, script, name, change, ...around });
  };
  return { lies, lie };
}
