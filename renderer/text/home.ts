// Every sentence of Home, and of the end of a ceremony.
import type { CeremonyName, KnownCeremony, WindowView } from "../../electron/bridge/view.ts";
import { roleTitle } from "./frame.ts";
import { day, shortTime } from "./times.ts";

export const HOME = {
  verbs: "Ceremonies",
  now: "Now",
  activate: "Activate",
  activateLine: "Three officers make keys for a new HSM.",
  attest: "Attest",
  attestLine: "One officer at a time: seals, and a key check if it is due.",
  recover: "Recover",
  recoverLine: "Two officers bring a lost HSM\u2019s keys into a new one.",
  needsActivation: "after an activation",
  needsParked: "its media are parked",
  unfinished: "These wait until the unfinished ceremony has ended:",
  order: "Maintain",
  gather: "Complete an attestation",
  gatherLine: "Once every officer has attested: take their parts over, and assess custody.",
  dryRun: "Dry run of recovery",
  dryRunLine: "Every year, without an HSM: officers open the domain in memory.",
  handOff: "Hand something off",
  handOffLine: "A sealed object goes to another person or place.",
  partWaits: "after the attestation",
  replace: "Replace an officer",
  replaceLine: "New keys, the domain downloaded again, the old ones destroyed.",
  noRecord: "Without a record",
  recoverAlone: "Recover without an earlier record",
  recoverAloneLine: "With only the media and the domain file.",
  bring: "Add an earlier record",
  bringLine: "A closed record from another computer: ceremonies here continue it.",
  bringIntro:
    "It is added if people are known to have closed it: its head is the one on their paper, or "
    + "it is signed and continues a record that is here.",
  bringHead: "The head on its paper",
  bringHeadHint: "All its words, or 64 digits. A record that was closed on paper needs them.",
  bringCancel: "Cancel",
  bringChoose: "Choose the file",
  adopt: "Adopt a domain made elsewhere",
  adoptLine: "Prove its keys, take them into custody, then replace them.",
  papers: "View and print",
  audit: "Audit a record",
  auditLine: "Verify its bytes, and compare what was read aloud.",
  media: "Media",
  deployment: "Deployment",
  deploymentLine:
    "The whole plan around the HSM: judged before anything is done, runbooks, proofs.",
  home: "Back to Home",
  mediaLine: "Prepare sticks, see what is on them, eject them safely.",
  trainer: "With a trainer",
  trainerLine: "A rehearsal in which something goes wrong on purpose, and is scored.",
  custody: "Custody on record",
  seeCustody: "Objects, seals, places",
  dark: "Dark screen",
  light: "Light screen",
} as const;

/** What becomes of an unfinished rehearsal. */
export const SET_ASIDE = {
  line: "It can also wait: parked, it keeps its media and blocks nothing.",
  park: "Park it",
  takeUp: "Take it up again",
  parked: ({ name, hsm, done, steps }: KnownCeremony): string =>
    `Parked: ${NAMES[name]} of ${hsm}, ${done} of ${steps} steps done.`,
} as const;

/** What must come before a ceremony that continues a record. */
export const needsFirst = ({ ceremonies, custody }: WindowView["home"]): string =>
  custody !== null && ceremonies.some(({ progress }) => progress === "parked")
    ? HOME.needsParked
    : HOME.needsActivation;

/** Where the media of a new rehearsal are. */
export const MEDIA_PLACE = {
  label: "A new rehearsal uses",
  folders: "folders here",
  drives: "real sticks",
} as const;

const NAMES: Readonly<Record<CeremonyName, string>> = {
  activation: "activation",
  recovery: "recovery",
  "recovery-alone": "recovery without a record",
  adoption: "adoption",
  replacement: "replacement",
  "attestation-part": "officer’s attestation",
  attestation: "attestation",
  "dry-run": "dry run",
  "hand-off": "hand-off",
};

/** A ceremony's name within a sentence. */
export const ceremonyInSentence = (name: CeremonyName): string => NAMES[name];

/** The last ceremony here, when people ended it before its end. */
export const abortedLine = (name: CeremonyName, hsm: string, closedAt: string | null): string =>
  `The ${NAMES[name]} of ${hsm} was aborted${closedAt === null ? "" : `, ${day(closedAt)}`}. `
  + "Its record says what must be destroyed. A new ceremony may start.";

/** The first thing at Home while a ceremony is unfinished. */
export const goOnWith = (name: CeremonyName): string => `Continue the ${NAMES[name]}`;

/** Where the unfinished ceremony stands. */
export function goOnLine(
  hsm: string,
  openedAt: string | null,
  step: { readonly done: number; readonly of: number },
): string {
  const opened =
    openedAt === null ? "not opened yet" : `opened ${day(openedAt)}, ${shortTime(openedAt)} UTC`;
  return `${step.done} of ${step.of} steps done; ${hsm === "" ? "" : `${hsm}, `}${opened}`;
}

/** How long a ceremony is planned to take: "about 20 min", "about 2 h", "about 1 h 50 min". */
export function about(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 ? [`${rest} min`] : [])];
  return `about ${parts.join(" ")}`;
}

export const KNOWN = {
  nothing: "No custody recorded yet",
  nothingLine:
    "An HSM is a machine in which Azure keeps keys. Its security domain is the file "
    + "needed to bring them back. After an activation, this side shows which pairs of officers are "
    + "proven to open that file.",
  health: "Health",
  proven: "Every pair proven",
  drill: "Last restore drill",
  backup: "Last full backup",
  attestation: "Next attestation",
  dryRun: "Next dry run",
  record: "Last record",
  never: "never",
  none: "none recorded",
} as const;

/** "3 of 3 pairs proven". For three officers and a quorum of two; else the word is "groups". */
export const provenTitle = (proven: number, all: number, required: number): string =>
  `${proven} of ${all} ${required === 2 ? "pairs" : "groups"} proven`;

/** In place of `provenTitle` where an officer's key cannot be relied on. */
export const leftTitle = (left: number, all: number, required: number): string =>
  `${left} of ${all} ${required === 2 ? "pairs" : "groups"} left`;

/** In place of `provenLine` there. */
export const troubledLine = (hsm: string, when: string): string =>
  `${hsm}. All were last proven ${when}; since then:`;

/** When, and of which HSM. */
export const provenLine = (hsm: string, when: string): string =>
  `${hsm}. Each of them opened the domain from the media themselves, ${when}.`;

export const END = {
  title: (title: string): string => `The ${title.toLowerCase()} is closed`,
  read: "Read these ten words aloud. The witness writes them down.",
  later: "Anyone who audits the record later must find the same words.",
  code: "QR code of the head, 64 digits",
  codeLine: "The code says the same, for a scanner at the audit.",
  done: "What was done",
  signed: "Who signed",
  onPaper: "Who signs on paper",
  onPaperLine: "The record itself contains no final signature.",
  readPaper: "Write these sixteen words on a sheet of paper. Everyone present signs it.",
  wasRead: "They were read aloud, and the witness has written them down.",
  wasSigned: "Everyone present has signed the paper with these words.",
  readFirst: "First confirm that the words were read aloud",
  signFirst: "First confirm that the paper is signed",
  where: "Where things are",
  back: "Back to Home",
  partsDone: "Next: every officer has attested, so the attestation is completed at Home.",
  partNext:
    "Next: the other officers attest, each in turn; then the attestation is completed at Home.",
} as const;

type Ledger = NonNullable<WindowView["ceremony"]>["ledger"];

/** What a closed ceremony did, in a few lines, from its entries alone. */
export function doneLines(ledger: Ledger, pairs: number): readonly string[] {
  const count = (type: string): number => ledger.filter((line) => line.type === type).length;
  const attested = ledger.filter((line) => line.type === "custody-attested").at(-1);
  const simulated = ledger.flatMap((line) =>
    line.type === "seats-simulated" ? line.facts.roles : [],
  );
  const made = ledger.findLast(({ type }) => type === "blob-made");
  const blob = made?.type === "blob-made" ? made : undefined;
  const lines: readonly (readonly [boolean, string])[] = [
    [
      count("key-made") > 0,
      `${counted(count("key-made"), "officer made their key", "officers made their keys")}.`,
    ],
    [count("domain-retired") > 0, "The old security domain is retired."],
    [
      count("objects-destroyed") > 0,
      "Everything with old keys was destroyed in front of the witness.",
    ],
    [count("domain-found") > 0, "Domain and keys were found, without a record of them."],
    [count("domain-written") > 0, "The security domain is on two media."],
    [count("quorum-proven") > 0, `${counted(pairs, "pair", "pairs")} of officers opened it.`],
    [
      blob !== undefined,
      `${counted(blob?.facts.officers ?? 0, "officer", "officers")} opened the security domain `
        + "for the new HSM.",
    ],
    [
      count("dry-run-passed") > 0,
      "The dry run passed: from these keys and this domain the restore blob can be made.",
    ],
    [count("upload-ended") > 0, "The new HSM accepted the security domain."],
    [count("restore-ended") > 0, "The newest full backup was restored."],
    [count("keys-compared") > 0, "Every expected key was found again."],
    [count("keys-not-compared") > 0, "There was no list of expected keys: not compared."],
    [count("seals-checked") > 0, "Seals were compared with the last record."],
    [
      count("object-handed-off") > 0,
      "The record has the new custodian and place of each object handed off.",
    ],
    [count("key-checked") > 0, "The officer’s key decrypted its test message."],
    [count("domain-rehashed") > 0, "The security domain on its media is unchanged."],
    [
      count("part-taken") > 0,
      `${counted(count("part-taken"), "officer’s part was", "officers’ parts were")} taken over.`,
    ],
    [count("trouble-reported") > 0, "Something is wrong with a key, and the record says what."],
    [
      simulated.length > 0,
      `Simulated people acted for: ${[...new Set(simulated)].map(roleInText).join(", ")}.`,
    ],
    [attested !== undefined, HEALTHY[attested?.facts.health ?? ""] ?? ""],
  ];
  return lines.filter(([happened]) => happened).map(([, line]) => line);
}

const roleInText = (role: string): string => roleTitle(role).toLowerCase();

const HEALTHY: Readonly<Record<string, string>> = {
  whole: "Custody is complete: no key is in trouble, and none is overdue for its check.",
  degraded: "Custody is degraded: a recovery would still work.",
  "would-fail": "A recovery would fail today.",
};

/** How many exceptions are in the record. */
export function exceptionsLine(ledger: Ledger): string {
  const exceptions = ledger.filter(({ type }) => type === "exception-noted").length;
  if (exceptions === 1) return "One exception was noted.";
  return `${numeral(exceptions)} exceptions were noted.`;
}

const counted = (count: number, one: string, more: string): string =>
  `${numeral(count)} ${count === 1 ? one : more}`;

const numeral = (count: number): string =>
  ["No", "One", "Two", "Three", "Four", "Five", "Six"][count] ?? String(count);
