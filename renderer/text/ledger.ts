// One sentence for each entry of the record. The officer's mark and the time stand beside it.
import type { WindowView } from "../../electron/bridge/view.ts";
import { officerTitle, roleTitle } from "./frame.ts";

/** A line of the ledger, as the view has it: with the facts of its type. */
export type LedgerLine = NonNullable<WindowView["ceremony"]>["ledger"][number];

type LineType = LedgerLine["type"];
type FactsOf<Type extends LineType> = Extract<LedgerLine, { readonly type: Type }>["facts"];

/** What is beside the facts. */
interface Around {
  /** The officer that the entry is about, "officer 2"; else who wrote it. */
  readonly officer: string;
  readonly isOfficer: boolean;
  readonly station: string;
  readonly titleOf: (step: string) => string;
}

type Sentences = { readonly [Type in LineType]: (facts: FactsOf<Type>, around: Around) => string };

const SENTENCES: Sentences = {
  opened: ({ script, hsm, mode }) => `Opened: ${script} of ${hsm}, ${mode.toLowerCase()}`,
  "exception-noted": ({ happened, decided, decision }) =>
    `Exception: ${whole(happened)} Decided: ${whole(decided)}${DECISIONS[decision]}`,
  "incident-found": ({ medium }) =>
    `Incident: a private key or a share was on the ${
      medium
    } medium. Nothing continues until two people note an exception`,
  refused: ({ code }) =>
    code === "E-WORDS-LINE" ? `A line was misheard (${code})` : `Refused: ${code}`,
  "room-witnessed": () => "The witness looked at the projector and the cameras",
  "seat-taken": (_, { officer }) => `${capital(officer)} took the seat`,
  "recess-began": () => "Recess began; open objects are in bags",
  "recess-ended": () => "Recess ended; the bags were compared",
  resumed: () => "After an interruption the witness confirmed how the ceremony continues",
  "seat-changed": ({ from, to, toRole, reason }) =>
    `${from} left for good; ${to} is now ${roleTitle(toRole).toLowerCase()}. ${whole(reason)}`,
  aborted: ({ reason }) => `Aborted: ${whole(reason)}`,
  "trial-begun": () => "A trainer has set drills; which ones is revealed at the end",
  "seats-simulated": ({ roles }) => simulatedLine(roles),
  "trial-told": () => "The trainer has revealed the drills",
  "step-began": ({ step }, { titleOf }) => `Started: ${titleOf(step)}`,
  "clock-jumped": ({ before, after }) =>
    `The clock shows ${after} where ${before} was expected: it was set, the computer slept, or the stations’ clocks differ`,
  "network-seen": ({ up }) =>
    up.length === 0
      ? "A network device came or went: the vaults were ended"
      : `A network was up (${up.join(", ")}): the vaults were ended`,
  "step-performed": ({ step }, { titleOf }) => `Done; awaiting confirmation: ${titleOf(step)}`,
  "step-done": ({ step }, { titleOf }) => `Done and confirmed: ${titleOf(step)}`,
  "key-making-began": (_, { officer }) => `The key of ${officer} is being made`,
  "unrecorded-removed": (_, { officer }) =>
    `Files of an unfinished attempt were removed from the media of ${officer}`,
  "key-made": ({ bits }, { officer }) =>
    `The key of ${officer} is made, RSA ${bits}, on both media`,
  "key-opened": (_, { officer }) => `${capital(officer)} opened the key again`,
  "passphrase-refused": (_, { officer }) => `${capital(officer)} typed a wrong passphrase`,
  "thumbprint-confirmed": (_, { officer, station }) =>
    `The words of the certificate of ${officer} match those read aloud, ${station} station`,
  "certificates-exported": () => "The certificates are on the transfer medium",
  "handed-over": ({ to }) => `Handed over to the ${to} station`,
  "taken-over": ({ from }) => `Taken over from the ${from} station, complete and verified`,
  "signed-in": ({ name, id }) => `Signed in to the HSM: ${name}, ${id}`,
  "preflight-judged": () => "Before the activation: every point was checked",
  "point-accepted": ({ sentence, reason }) =>
    `Known and accepted: ${whole(sentence)} ${whole(reason)}`,
  "aftercheck-judged": () => "After the activation: every point was checked",
  "activation-read": ({ state }) => `The HSM says: ${activation(state)}`,
  "download-began": ({ required }) => `The HSM was asked to activate, quorum ${required}`,
  "download-again-decided": ({ reason }) => `Decided to download again: ${reason}`,
  "answer-received": ({ size }) => `The answer is on two media, ${bytes(size)}`,
  "domain-written": ({ size, sha256 }) =>
    `The security domain is on two media, ${bytes(size)}, SHA-256 ${short(sha256)}`,
  "download-ended": ({ state }) => `The activation ended; the HSM says: ${activation(state)}`,
  "read-aloud": ({ what }) => `Read aloud and heard correctly: ${HEARD[what]}`,
  "domain-matched": () => "The security domain is the one that was read aloud, on both media",
  "quorum-proven": ({ required }) =>
    `Proven: every ${GROUPS[String(required)] ?? "group"} opens the domain`,
  "domain-retired": ({ sha256 }) =>
    `The old security domain is no longer in force, SHA-256 ${short(sha256)}`,
  "domain-found": ({ sha256, origin }) =>
    "Found without an earlier record: the security domain, "
    + `SHA-256 ${short(sha256)} Nobody could check seals, people, signing keys, or whether a newer `
    + `domain has replaced it. Origin: ${whole(origin)}`,
  chosen: ({ goTo }, { titleOf }) => `Chosen: continue with \u201c${titleOf(goTo)}\u201d`,
  "seals-checked": ({ seals, asLeft }, { isOfficer, officer }) =>
    `${isOfficer ? `The seals of ${officer}` : "Seals"} were compared with the last record: ${
      asLeft === seals ? "nothing differs" : `${seals - asLeft} of ${seals} differ`
    }`,
  "seals-photographed": ({ photographs }) =>
    `Photographs of seals were recorded: ${String(photographs)}`,
  "bags-opened": () => "Bags were opened in front of the witness, their numbers as recorded",
  "key-checked": (_, { officer }) => `The key of ${officer} decrypted its test message`,
  "domain-rehashed": ({ sha256 }) =>
    `The security domain on its media is unchanged, SHA-256 ${short(sha256)}`,
  "trouble-reported": ({ trouble }, { officer }) => `The key of ${officer} ${TROUBLES[trouble]}`,
  "object-handed-off": ({ object, from, to }) => `Handed off: ${object}, from ${from} to ${to}`,
  "hand-off-acknowledged": () => "Everyone who hands off or receives has said so",
  "objects-destroyed": () => "Objects were destroyed in front of the witness",
  "part-taken": ({ closed }, { officer }) =>
    `The part of ${officer} was taken over, ${
      closed === "signed" ? "signed by them" : "signed on paper"
    }`,
  "backup-named": ({ folder }) => `The newest full backup is ${folder}`,
  "custody-attested": ({ health }) => HEALTH[health],
  "custody-recorded": () => "Bags, places and custodians are recorded",
  "deviation-accepted": ({ rule, reason }) =>
    `Two people accepted an exception to a rule (${rule}): ${reason}`,
  "backup-known": ({ folder }) => `The newest full backup is ${folder}`,
  "exchange-key-fetched": ({ thumbprint }) =>
    `Exchange key fetched, thumbprint ${short(thumbprint)}`,
  "exchange-key-judged": ({ verdict }) =>
    verdict === "attested"
      ? "The exchange key is attested: a genuine Managed HSM made it"
      : "The exchange key is not attested",
  "exchange-key-compared": () => "The exchange key is the one that was read aloud",
  "exchange-key-accepted": ({ attested }) =>
    attested ? "The exchange key is accepted" : "The officers decided to trust the exchange key",
  "refusal-accepted": ({ code }) => `Decided to proceed despite ${code}`,
  "dry-run-passed": ({ entries }) =>
    `The dry run passed: ${
      entries === 1 ? "the one entry" : `all ${entries} entries`
    } came out of the restore blob`,
  "blob-made": ({ size }) => `The restore blob is made, ${bytes(size)}`,
  "upload-began": () => "The restore blob is being uploaded",
  "upload-ended": ({ state }) => `The upload ended; the HSM says: ${activation(state)}`,
  "backup-ended": () => "The empty HSM is backed up",
  "backup-began": ({ storage }) =>
    `The empty HSM is being backed up, with ${
      storage === "sas" ? "a SAS token" : "its managed identity"
    }`,
  "backup-started": () => "The HSM has begun the backup",
  "restore-waited": ({ waited }) =>
    `Waited before the restore: ${waited} seconds since the backup of the empty HSM`,
  "restore-started": () => "The HSM has begun the restore",
  "key-reader-named": ({ principal, temporary }) =>
    temporary
      ? `To list the keys, ${principal} is given the role Crypto Auditor`
      : `The keys are listed by ${principal}, who already has a role for it`,
  "key-reader-removed": () => "The role for listing the keys is removed",
  "recovery-compared": ({ keysBack, rolesBack, keysMissing, rolesMissing }) =>
    `Found again: ${keysBack} keys, ${rolesBack} role assignments. Missing: ${
      keysMissing
    } keys, ${rolesMissing} role assignments`,
  "restore-began": ({ folder, storage }) =>
    `The backup ${folder} is being restored${storage === "sas" ? ", with a SAS token" : ""}`,
  "restore-ended": ({ folder }) => `The backup ${folder} is restored`,
  "keys-not-compared": () => "Not compared: no list says which keys should be there",
  "keys-compared": () => "Every expected key was found again",
  "image-heard": () => "The words of the live image are those on its paper",
  "differences-acknowledged": () => "The witness saw what differs from the last ceremony",
  "signer-bound": (_, { officer }) => `The signing key of ${officer} has signed the wrapping key`,
  "signer-known": (_, { officer }) => `The signing certificate of ${officer} is known`,
  "act-signing": ({ act }) => `Ready to be signed: ${act}`,
  "act-signing-on-paper": ({ act }) =>
    `Signed on paper by everyone here: ${act}; nobody signed the record itself`,
  "closing-on-paper": () => "Closed on paper by everyone here; nobody signed the record itself",
  closing: () => "Ready to be signed by everyone here",
  signed: (_, { officer }) => `${capital(officer)} signed with the signing key`,
};

const ACTIVATION: Readonly<Record<string, string>> = {
  NotActivated: "not active yet",
  Active: "active",
  Failed: "it failed",
  Unknown: "its state is not known",
};
const DECISIONS = {
  continue: "",
  repeat: " The step is done again.",
  abort: " The ceremony is aborted.",
} as const;
const HEARD = {
  domain: "the SHA-256 of the security domain",
  "exchange-key": "the thumbprint of the exchange key",
} as const;
const TROUBLES = {
  lost: "is lost",
  damaged: "is damaged",
  left: "is out of reach: the officer has left",
  forgotten: "cannot be opened: its passphrase is forgotten",
  "seal-broken": "is in doubt: a seal was broken",
} as const;
const HEALTH = {
  whole: "Custody attested: every officer’s key is healthy",
  degraded: "Custody attested: degraded, recovery would still work",
  "would-fail": "Custody attested: recovery would fail today",
} as const;
const GROUPS: Readonly<Record<string, string>> = { "2": "pair", "3": "group of three" };

/**
 * An entry of the record as one sentence.
 * @param titleOf the title of a step by its id
 */
export function ledgerSentence(line: LedgerLine, titleOf: (id: string) => string): string {
  const { seat, by, station, type, facts } = line;
  const officer = (seat === null ? roleTitle(by) : officerTitle(seat)).toLowerCase();
  // Sentence and facts are of the same type, which the compiler cannot follow through the table.
  const sentence = SENTENCES[type] as (of: LedgerLine["facts"], around: Around) => string;
  return sentence(facts, { officer, isOfficer: seat !== null, station, titleOf });
}

const activation = (state: string): string => ACTIVATION[state] ?? state;

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** The first eight digits of a digest, in two groups. */
const short = (hex: string): string => `${hex.slice(0, 4)} ${hex.slice(4, 8)}\u2026`;

/** "12 345 bytes". */
const bytes = (size: number): string =>
  `${String(size).replace(/\B(?=(\d{3})+$)/g, "\u00a0")} bytes`;

/** A sentence as people wrote it, with one full stop at its end. */
const whole = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** From which entry on who is simulated. */
const simulatedLine = (roles: readonly string[]): string =>
  roles.length === 0
    ? "From here on everyone acts in person"
    : `From here on the simulated crew acts for: ${roles
        .map((role) => roleTitle(role).toLowerCase())
        .join(", ")}`;
