// One sentence for each entry of the record. The officer's mark and the time stand beside it.
import type { RoomView } from "../../electron/bridge/room.ts";
import { officerTitle, roleTitle } from "./frame.ts";

/** A line of the ledger, as the view has it. */
export type LedgerLine = NonNullable<RoomView["ceremony"]>["ledger"][number];

/** A line with its facts at hand, and the titles of the steps. */
interface Told {
  readonly line: LedgerLine;
  readonly fact: (name: string) => string;
  /** The title of the step that the entry names. */
  readonly step: string;
  /** The officer that the entry is about. */
  readonly officer: string;
}

type Sentence = (told: Told) => string;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  "opened": ({ fact }) => `Opened: ${fact("script")} of ${fact("hsm")}, ${lower(fact("mode"))}`,
  "exception-noted": ({ fact }) => `Exception: ${whole(fact("happened"))} Decided: `
    + `${whole(fact("decided"))}${DECISIONS[fact("decision")] ?? ""}`,
  "incident-found": ({ fact }) => `Incident: a private key or a share lay on the ${
    fact("medium")} medium. Nothing goes on until two people note an exception`,
  "refused": ({ fact }) => `Refused: ${fact("code")}`,
  "room-witnessed": () => "Witness looked at the projector and the cameras",
  "seat-taken": ({ officer }) => `${officer} took the seat`,
  "recess-began": () => "Recess began; what was open is in bags",
  "recess-ended": () => "Recess ended; the bags were compared",
  "resumed": () => "After a stop the witness confirmed how it goes on",
  "seat-changed": ({ fact }) => `For good: ${fact("from")} left, ${fact("to")} is `
    + `${lower(roleTitle(fact("toRole")))} now. ${whole(fact("reason"))}`,
  "aborted": ({ fact }) => `Aborted: ${whole(fact("reason"))}`,
  "trial-begun": () => "A trainer has set trials; which, is told at the end",
  "trial-told": () => "The trainer has told what the trials were",
  "step-began": ({ step }) => `Began: ${step}`,
  "step-performed": ({ step }) => `Performed, and to be confirmed: ${step}`,
  "step-done": ({ step }) => `Done and confirmed: ${step}`,
  "key-making-began": ({ officer }) => `The key of ${lower(officer)} is being made`,
  "unrecorded-removed": ({ officer }) =>
    `Files of an unfinished try were removed from the media of ${lower(officer)}`,
  "key-made": ({ officer, fact }) =>
    `The key of ${lower(officer)} is made, RSA ${fact("bits")}, on both media`,
  "key-opened": ({ officer }) => `${officer} opened the key again`,
  "passphrase-refused": ({ officer }) => `${officer}: that was not the passphrase`,
  "thumbprint-confirmed": ({ officer, line }) =>
    `The words of the certificate of ${lower(officer)} are as heard, ${line.station} station`,
  "certificates-exported": () => "The certificates are on the transfer medium",
  "handed-over": ({ fact }) => `Handed over to the ${fact("to")} station`,
  "taken-over": ({ fact }) => `Taken over from the ${fact("from")} station, checked whole`,
  "signed-in": ({ fact }) => `Signed in to the HSM: ${fact("name")}, ${fact("id")}`,
  "preflight-judged": () => "Before the activation: every point was asked",
  "point-accepted": ({ fact }) =>
    `Known and accepted: ${whole(fact("sentence"))} ${whole(fact("reason"))}`,
  "aftercheck-judged": () => "After the activation: every point was asked",
  "activation-read": ({ fact }) => `The HSM says: ${activation(fact("state"))}`,
  "download-began": ({ fact }) => `The HSM was asked to activate, quorum ${fact("required")}`,
  "download-again-decided": ({ fact }) => `Decided to download again: ${fact("reason")}`,
  "answer-received": ({ fact }) => `The answer lies on two media, ${bytes(fact("size"))}`,
  "domain-written": ({ fact }) =>
    `The security domain lies on two media, ${bytes(fact("size"))}, `
    + `SHA-256 ${short(fact("sha256"))}`,
  "download-ended": ({ fact }) =>
    `The activation ended; the HSM says: ${activation(fact("state"))}`,
  "read-aloud": ({ fact }) =>
    `Read aloud and heard right: ${HEARD[fact("what")] ?? fact("what")}`,
  "domain-matched": () => "The security domain is the one that was read aloud, on both media",
  "quorum-proven": ({ fact }) =>
    `Proven: every ${GROUPS[fact("required")] ?? "group"} opens the domain`,
  "domain-retired": ({ fact }) => "The old security domain is in force no more, SHA-256 "
    + short(fact("sha256")),
  "domain-found": ({ fact }) => "Found without an earlier record: the security domain, SHA-256 "
    + `${short(fact("sha256"))} Nobody could check seals, people, signing keys, or whether a newer `
    + `domain took its place. Origin: ${whole(fact("origin"))}`,
  "chosen": ({ step }) => `Chosen how to go on: ${step}`,
  "seals-checked": ({ line, officer }) => line.seat === null
    ? "Seals were compared with the last record"
    : `The seals of ${lower(officer)} were compared with the last record`,
  "bags-opened": () => "Bags were opened before the witness, their numbers as recorded",
  "key-checked": ({ officer }) => `The key of ${lower(officer)} opened what was encrypted for it`,
  "domain-rehashed": ({ fact }) =>
    `The security domain on its media is unchanged, SHA-256 ${short(fact("sha256"))}`,
  "trouble-reported": ({ officer, fact }) =>
    `The key of ${lower(officer)} is ${TROUBLES[fact("trouble")] ?? "in trouble"}`,
  "object-handed-off": ({ fact }) =>
    `Handed on: ${fact("object")}, from ${fact("from")} to ${fact("to")}`,
  "hand-off-acknowledged": () => "Who hands on and who takes have said so",
  "objects-destroyed": () => "Objects were destroyed before the witness",
  "part-taken": ({ officer, fact }) => `The part of ${lower(officer)} was taken over, ${
    fact("closed") === "signed" ? "signed by him" : "signed on paper"}`,
  "backup-named": ({ fact }) => `The newest full backup is ${fact("folder")}`,
  "custody-attested": ({ fact }) => HEALTH[fact("health")] ?? "The custody is attested",
  "custody-recorded": () => "Bags, places and custodians are recorded",
  "deviation-accepted": ({ fact }) => `Two people accepted a rule that is not kept `
    + `(${fact("rule")}): ${fact("reason")}`,
  "backup-known": ({ fact }) => `The newest full backup is ${fact("folder")}`,
  "exchange-key-fetched": ({ fact }) =>
    `Exchange key fetched, thumbprint ${short(fact("thumbprint"))}`,
  "exchange-key-judged": ({ fact }) => fact("verdict") === "attested"
    ? "The exchange key is attested: a genuine Managed HSM made it"
    : "The exchange key is not attested",
  "exchange-key-compared": () => "The exchange key is the one that was read aloud",
  "exchange-key-accepted": ({ fact }) => fact("attested") === "true"
    ? "The exchange key is accepted" : "The officers decided to trust the exchange key",
  "refusal-accepted": ({ fact }) => `Decided to go on in spite of ${fact("code")}`,
  "blob-made": ({ fact }) => `The restore blob is made, ${bytes(fact("size"))}`,
  "upload-began": () => "The restore blob is being uploaded",
  "upload-ended": ({ fact }) => `The upload ended; the HSM says: ${activation(fact("state"))}`,
  "backup-ended": () => "The empty HSM is backed up",
  "backup-began": ({ fact }) => `The empty HSM is being backed up, by ${
    fact("storage") === "sas" ? "a SAS token" : "its managed identity"}`,
  "backup-started": () => "The HSM has begun the backup",
  "restore-waited": ({ fact }) => `Waited before the restore: ${fact("waited")} seconds since the `
    + "backup of the empty HSM",
  "restore-started": () => "The HSM has begun the restore",
  "key-reader-named": ({ fact }) => fact("temporary") === "true"
    ? `To list the keys, ${fact("principal")} is given the role Crypto Auditor`
    : `The keys are listed by ${fact("principal")}, who may do so already`,
  "key-reader-removed": () => "The role for listing the keys is taken back",
  "recovery-compared": ({ fact }) => `Came back: ${fact("keysBack")} keys, ${
    fact("rolesBack")} role assignments. Missing: ${fact("keysMissing")} keys, ${
    fact("rolesMissing")} role assignments`,
  "restore-began": ({ fact }) => `The backup ${fact("folder")} is being restored${
    fact("storage") === "sas" ? ", by a SAS token" : ""}`,
  "restore-ended": ({ fact }) => `The backup ${fact("folder")} is restored`,
  "keys-not-compared": () => "Not compared: no list says which keys should be there",
  "keys-compared": () => "Every expected key was found again",
  "differences-acknowledged": () => "Witness saw what differs from the last ceremony",
  "signer-bound": ({ officer }) =>
    `The signing key of ${lower(officer)} has signed the wrapping key`,
  "signer-known": ({ officer }) => `The signing certificate of ${lower(officer)} is known`,
  "act-signing": ({ fact }) => `Ready to be signed: ${fact("act")}`,
  "act-signing-on-paper": ({ fact }) =>
    `Signed on paper by all who are here: ${fact("act")}; nobody signed the record itself`,
  "closing-on-paper": () => "Closed on paper by all who are here; nobody signed the record itself",
  "closing": () => "Ready to be signed by all who are here",
  "signed": ({ officer }) => `${officer} signed with the signing key`,
};

const ACTIVATION: Readonly<Record<string, string>> = {
  "NotActivated": "not active yet", "Active": "active", "Failed": "it failed",
  "Unknown": "its state is not known",
};
const DECISIONS: Readonly<Record<string, string>> = {
  "repeat": " The step is done again.", "abort": " The ceremony is aborted.",
};
const HEARD: Readonly<Record<string, string>> = {
  "domain": "the SHA-256 of the security domain",
  "exchange-key": "the thumbprint of the exchange key",
};
const TROUBLES: Readonly<Record<string, string>> = {
  "lost": "lost", "damaged": "damaged", "left": "not to be had: the officer has left",
  "forgotten": "closed: its passphrase is forgotten", "seal-broken": "in doubt: a seal was broken",
};
const HEALTH: Readonly<Record<string, string>> = {
  "whole": "Custody attested: every officer can open",
  "degraded": "Custody attested: degraded, recovery would still work",
  "would-fail": "Custody attested: recovery would fail today",
};
const GROUPS: Readonly<Record<string, string>> = { "2": "pair", "3": "group of three" };

/** The types of entry that have a sentence. */
export const toldTypes = (): readonly string[] => Object.keys(SENTENCES);

/**
 * An entry of the record as one sentence.
 * @param titleOf the title of a step by its id
 */
export function ledgerSentence(line: LedgerLine, titleOf: (id: string) => string): string {
  const fact = (name: string) => line.facts[name] ?? "";
  const officer = line.seat === null ? roleTitle(line.by) : officerTitle(line.seat);
  const told = { line, fact, officer, step: titleOf(fact("step")) };
  return SENTENCES[line.type]?.(told) ?? `An entry of the kind ${line.type}`;
}

const activation = (state: string): string => ACTIVATION[state] ?? state;

const lower = (words: string): string => words.toLowerCase();

/** The first eight digits of a digest, in two groups. */
const short = (hex: string): string => `${hex.slice(0, 4)} ${hex.slice(4, 8)}\u2026`;

/** "12 345 bytes". */
const bytes = (size: string): string =>
  `${size.replace(/\B(?=(\d{3})+$)/g, "\u00a0")} bytes`;

/** A sentence as people wrote it, with one full stop at its end. */
const whole = (text: string): string => /[.!?]$/.test(text) ? text : `${text}.`;
