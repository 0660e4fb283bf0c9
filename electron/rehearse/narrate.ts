// Reports a rehearsal in plain words, one line at a time, each marked REHEARSAL.
import type { Step } from "../../ceremony-scripts/index.ts";
import type { CeremonyView } from "../ceremony/ceremony.ts";
import { scoreLine, verdictLine } from "./trial-report.ts";
import type { Score } from "./trial-score.ts";
import { english } from "../text/english.ts";
import { REHEARSAL_PEOPLE } from "../people/protocol.ts";
import type { LongWork, Notice, Silent } from "../usecases/deps.ts";

/** Writes one line for the people watching. */
export type Tell = (line: string) => void;

/** A teller of marked lines with the time in UTC. */
export function teller(print: (line: string) => void, clock: () => Date): Tell {
  return (line) => print(`REHEARSAL  ${clock().toISOString().slice(11, 19)}Z  ${line}`);
}

/** What begins: where, who, and what is said aloud. */
export function tellStep(tell: Tell, step: Step, at: number, of: number): void {
  tell(
    `[${String(at)}/${String(of)}] ${step.station.toUpperCase()}, ${nameOf(step.by)}: ${step.say}`,
  );
}

/** Notices during a step, if worth a line. */
export function tellNotice(tell: Tell, notice: Notice): void {
  if (notice.kind === "silent") tell(`      ${silentLine(notice)}`);
  if (notice.kind === "warned") tell(`      ${notice.code}: ${notice.message}`);
  if (notice.kind !== "asked") return;
  const { what, details, note, seconds } = notice;
  tell(
    `      ${LONG_WORK[what]}: ${english(note)} (${String(Math.round(seconds))} s)`.replace(
      ":  (",
      ": (",
    ),
  );
  if (details !== "") tell(`      > ${details}`);
}

type SilentNotice = Extract<Notice, { readonly kind: "silent" }>;

/** After this long the person may check whether it was stopped. */
function silentLine({ who, seconds }: SilentNotice): string {
  if (seconds === 0) return `${SILENT[who]} answers again`;
  return `${SILENT[who]} has not answered for ${String(seconds)} s`;
}

const SILENT: Readonly<Record<Silent, string>> = {
  "officer-vault": "the officer's secure process",
  "quorum-vault": "the secure process that holds the shares",
  hsm: "the HSM",
};

const LONG_WORK: Readonly<Record<LongWork, string>> = {
  activation: "activation",
  "domain-restore": "restore of the security domain",
  backup: "backup of the empty HSM",
  "restore-wait": "the time that Azure requires before a restore",
  restore: "restore of the full backup",
  role: "the effect of the new role",
};

export function tellDone(tell: Tell, view: CeremonyView): void {
  tell(`      done; the record's head is ${view.words.slice(0, 4).join(" ")} ...`);
}

/** What the trials were, and how the people did. */
export function tellScore(tell: Tell, score: Score): void {
  tell(`The drills are revealed. ${scoreLine(score)}`);
  for (const one of score.verdicts)
    tell(`      ${english(one.title)}, ${one.step}: ${verdictLine(one)}`);
}

/** How it ended, with what is read aloud at the end. */
export function tellEnd(tell: Tell, view: CeremonyView): void {
  tell(`The ceremony is closed: ${english(view.title)}, ${view.hsm}.`);
  tell(`Head of the record: ${view.head}`);
  tell(`In words: ${view.words.join(" ")}`);
}

/** A role with the name of the person in it. */
function nameOf(role: string): string {
  const name = REHEARSAL_PEOPLE.find((person) => person.role === role)?.name ?? "";
  return `${role.replace("-", " ")} (${name})`;
}
