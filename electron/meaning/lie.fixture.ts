// A lie: a change of an honest ceremony, which is chained and signed again, so that it breaks one rule. What lies are made of.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { sealedText, systemWithImage } from "../ceremony/ceremony.ts";
import type { RuleCode } from "./breach.ts";
import { type Draft, type DraftOf, consentsIn, draftOf, stepIn } from "./drafts.fixture.ts";
import type { Pool } from "./pool.fixture.ts";
import type { Type } from "./reading.ts";

export interface Lie {
  readonly name: string;
  readonly script: string;
  readonly code: RuleCode;
  readonly change: (drafts: Draft[], pool: Pool) => void;
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
  const made = (drafts as DraftOf<"key-made">[]).filter(({ type }) => type === "key-made");
  return [
    { object: "hsm", because, deed: DEED_OF_HSM[because], by: "administrator" },
    ...made.flatMap(({ data: { officer: by } }): Remains =>
      [by, `${by}-backup`].map((object) => ({ object, because: "key-made", deed, by })),
    ),
  ];
}
/** Aborts it where a step begins, and closes it on paper. */
export function abortAt(
  drafts: Draft[],
  step: string,
  change: (aborted: DraftOf<"aborted">["data"]) => void,
): void {
  const rest = drafts.splice(drafts.indexOf(find(drafts, "step-began", 0, ofStep(step))));
  const remains = remainsAfter(drafts);
  const data = { reason: "Fire.", decidedBy: [...DECIDERS], remains: [...remains] };
  change(data);
  const keys = drafts.filter(({ type }) => type === "key-made").length;
  const present = find(drafts, "opened").data.participants.map((one) => one.role);
  const { consent } = find([...drafts, ...rest], "act-signing").data;
  const signers = consent.signers!.slice(0, keys);
  const thumbprints = consent.thumbprints.slice(0, keys);
  const end = { ...rest[1]!, type: "closing-on-paper", by: "administrator" };
  drafts.push(
    { ...rest[0]!, type: "aborted", by: "administrator", data },
    { ...end, data: { present, consent: { ...consent, signers, thumbprints } } },
  );
}

/** A recess of 40 days in which nothing was in a bag. */
export function longRecess(drafts: Draft[]): Draft {
  const began = find(drafts, "step-began", 4) as Draft;
  const step = stepIn(began);
  const data = { step, seals: [] };
  insert(drafts, began, 0, { type: "recess-began", by: "administrator", data });
  for (const draft of drafts.slice(drafts.indexOf(began))) draft.at += 40 * 86_400_000;
  const ended = { ...data, confirmedBy: "witness" };
  return insert(drafts, began, 0, { type: "recess-ended", by: "witness", data: ended });
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

/** A list of lies, and what adds one to it. */
export function listOfLies() {
  const lies: Lie[] = [];
  const lie = (
    code: RuleCode,
    script: string,
    name: string,
    change: Lie["change"],
    previous?: string,
  ): void => {
    lies.push({ code, script, name, change, ...(previous === undefined ? {} : { previous }) });
  };
  return { lies, lie };
}
