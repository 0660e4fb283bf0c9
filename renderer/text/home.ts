// Home, and the end of a ceremony.
import { list, sentence, type Sentence } from "../../electron/text/text.ts";
import type { CeremonyName, KnownCeremony, WindowView } from "../../electron/bridge/view.ts";
import { roleInText } from "./frame.ts";
import { said, say } from "./say.ts";

/** The text for a parked rehearsal. */
export const parkedLine = ({ name, hsm, done, steps }: KnownCeremony): string =>
  say("home.setAside.parked", { ceremony: ceremonyInSentence(name), hsm, done, steps });

/** What must come before a ceremony that continues a record. */
export const needsFirst = ({ ceremonies, custody }: WindowView["home"]): string =>
  custody !== null && ceremonies.some(({ progress }) => progress === "parked")
    ? say("home.needsParked")
    : say("home.needsActivation");

/** A ceremony's name within a sentence. */
export const ceremonyInSentence = (name: CeremonyName): Sentence => sentence(`home.names.${name}`);

/** The last ceremony here, if people ended it early. */
export function abortedLine(name: CeremonyName, hsm: string, closedAt: string | null): string {
  const ceremony = ceremonyInSentence(name);
  return closedAt === null
    ? say("home.aborted", { ceremony, hsm })
    : say("home.abortedOn", { ceremony, hsm, closedAt });
}

/** Home's first item while a ceremony is unfinished. */
export const goOnWith = (name: CeremonyName): string =>
  say("home.goOnWith", { ceremony: ceremonyInSentence(name) });

/** The progress of the unfinished ceremony. */
export function goOnLine(
  hsm: string,
  openedAt: string | null,
  step: { readonly done: number; readonly of: number },
): string {
  const opened =
    openedAt === null ? sentence("home.notOpened") : sentence("home.opened", { openedAt });
  return say("home.goOn", {
    done: step.done,
    of: step.of,
    where: list(hsm === "" ? [opened] : [hsm, opened]),
  });
}

/** The planned duration of a ceremony: "about 20 min", "about 2 h", "about 1 h 50 min". */
export function about(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return say("home.about.minutes", { rest });
  return rest === 0 ? say("home.about.hours", { hours }) : say("home.about.both", { hours, rest });
}

/** "3 of 3 pairs proven". For three officers and a quorum of two; otherwise "groups". */
export const provenTitle = (proven: number, all: number, required: number): string =>
  say("home.provenTitle", { proven, all, required });

/** Replaces `provenTitle` if an officer's key cannot be relied on. */
export const leftTitle = (left: number, all: number, required: number): string =>
  say("home.leftTitle", { left, all, required });

/** Replaces `provenLine` in that case. */
export const troubledLine = (hsm: string, when: string): string =>
  say("home.troubledLine", { hsm, when });

/** When, and of which HSM. */
export const provenLine = (hsm: string, when: string): string =>
  say("home.provenLine", { hsm, when });

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
  const when = (happened: boolean, line: Sentence): readonly Sentence[] => (happened ? [line] : []);
  const lines = [
    ...when(count("key-made") > 0, sentence("home.done.key-made", { count: count("key-made") })),
    ...DONE.slice(0, 4).flatMap((type) => when(count(type) > 0, sentence(`home.done.${type}`))),
    ...when(count("quorum-proven") > 0, sentence("home.done.quorum-proven", { count: pairs })),
    ...when(
      blob !== undefined,
      sentence("home.done.blob-made", { count: blob?.facts.officers ?? 0 }),
    ),
    ...DONE.slice(4).flatMap((type) => when(count(type) > 0, sentence(`home.done.${type}`))),
    ...when(
      count("part-taken") > 0,
      sentence("home.done.part-taken", { count: count("part-taken") }),
    ),
    ...when(count("trouble-reported") > 0, sentence("home.done.trouble-reported")),
    ...when(
      simulated.length > 0,
      sentence("home.done.seats-simulated", {
        roles: list([...new Set(simulated)].map(roleInText)),
      }),
    ),
    ...(attested === undefined ? [] : [sentence(`home.healthy.${attested.facts.health}`)]),
  ];
  return lines.map(said);
}

/** Entries that are only listed by name. */
const DONE = [
  "domain-retired",
  "objects-destroyed",
  "domain-found",
  "domain-written",
  "dry-run-passed",
  "upload-ended",
  "restore-ended",
  "keys-compared",
  "keys-not-compared",
  "seals-checked",
  "object-handed-off",
  "key-checked",
  "domain-rehashed",
] as const;
