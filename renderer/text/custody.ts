// The custody screen, and Home's summary of the custody's health.
import { and, sentence, type Sentence, type Value } from "../../electron/text/text.ts";
import type { DeploymentView } from "../../electron/bridge/deployment-views.ts";
import type { CustodyKnown } from "../../electron/bridge/view.ts";
import { objectOf } from "./objects.ts";
import { said, say } from "./say.ts";
import { day } from "./times.ts";

type Health = CustodyKnown["health"];
type Officer = Health["officers"][number];
type Due = Health["attestation"];

/** The health in one line, the largest on the screen. */
export const healthTitle = ({ level, healthy, all }: Health): string =>
  level === "would-fail"
    ? say(`custody.health.${level}`)
    : say(`custody.health.${level}`, { healthy, all });

/** The same for Home, beside the pairs. */
export const healthWord = ({ level, healthy, all }: Health): Sentence =>
  level === "would-fail"
    ? sentence(`custody.healthWord.${level}`)
    : sentence(`custody.healthWord.${level}`, { healthy, all });

/** That too few officers closed the record that all this is from; none if enough did. */
export const closedShortLines = ({ closedShort }: CustodyKnown): readonly string[] =>
  closedShort === null ? [] : [say("custody.closedShort", closedShort)];

/** The reasons for the health, the worst first; none if it is good. */
export function healthReasons(health: Health): readonly string[] {
  const { healthy, required, domainCopies, attestation, dryRun, officers, aheadAt = "" } = health;
  const reasons = [
    ...(healthy < required ? [sentence("custody.reason.short", { required, healthy })] : []),
    ...(aheadAt === "" ? [] : [sentence("custody.reason.ahead", { aheadAt })]),
    ...(domainCopies === 0 ? [sentence("custody.reason.noCopy")] : []),
    ...(domainCopies === 1 ? [sentence("custody.reason.oneCopy")] : []),
    ...officers
      .filter(({ trouble }) => trouble !== "")
      .map((officer) =>
        sentence("custody.reason.trouble", {
          seat: officer.seat,
          name: officer.name,
          state: stateOf(officer),
        }),
      ),
    ...officers
      .filter(({ isForeign }) => isForeign)
      .map(({ seat }) => sentence("custody.reason.foreign", { seat })),
    ...(isLate(attestation)
      ? [sentence("custody.reason.attestation", { late: late(attestation) })]
      : []),
    ...officers
      .filter(({ trouble, keyCheck }) => trouble === "" && isLate(keyCheck))
      .map(({ seat, keyCheck }) =>
        sentence("custody.reason.keyCheck", { seat, late: late(keyCheck) }),
      ),
    ...(isLate(dryRun) ? [sentence("custody.reason.dryRun", { late: late(dryRun) })] : []),
  ];
  return reasons.map(said);
}

const stateOf = ({ trouble }: Officer): Sentence =>
  sentence(`custody.states.${trouble === "" ? "healthy" : trouble}`);

/** What happened to an officer's key. */
export const officerState = (officer: Officer): string => said(stateOf(officer));

/** "3 May 2027", "3 May 2027, 12 days overdue", or that it was never done. */
export function dueLine(due: Due): string {
  if (due.at === "") return say("custody.due.now");
  return isLate(due) ? say("custody.due.late", { at: due.at, late: late(due) }) : day(due.at);
}

const isLate = ({ at, overdueDays }: Due): boolean => at === "" || overdueDays > 0;

const late = ({ at, overdueDays }: Due): Sentence =>
  at === "" ? sentence("custody.late.never") : sentence("custody.late.days", { days: overdueDays });

/** A day, or "never". */
export const dayOrNever = (at: string): string => (at === "" ? say("custody.never") : day(at));

type Loss = Pick<CustodyKnown["media"][number], "lost" | "domainLost">;

/** What is lost with something; null if neither a key nor the domain is. */
export function lostLine({ lost, domainLost }: Loss): string | null {
  const gone = [
    ...lost.map((seat) => sentence("custody.lost.key", { seat })),
    ...(domainLost ? [sentence("custody.lost.domain")] : []),
  ];
  return gone.length === 0 ? null : say("custody.lost.line", { lost: and(gone) });
}

/** Things that must not be together in one place, or with one person. */
export function findingLine({ kind, seats, where }: CustodyKnown["findings"][number]): string {
  const who = and(seats);
  if (kind === "every-domain") return say(`custody.found.${kind}`, { where });
  if (kind === "unknown") return say(`custody.found.${kind}`, { who });
  return say(`custody.found.${kind}`, { who, where });
}

/** A change that no recorded hand-off explains. */
export function gapLine({ object, kind, expected, seen }: CustodyKnown["gaps"][number]): string {
  const what: Value = objectOf(object);
  if (kind === "missing") return say(`custody.gap.${kind}`, { object: what, expected });
  if (kind === "unrecorded") return say(`custody.gap.${kind}`, { object: what, seen });
  return say(`custody.gap.${kind}`, { object: what, expected, seen });
}

/** "Backup medium of officer 2". */
export const named = (object: string): string => said(objectOf(object));

/** The screen's terms, with this HSM's numbers. */
export const termsLine = ({ required, all }: Health): string =>
  say("custody.terms", { required, all });

/** Whether two names are those of one HSM: Azure compares them without case. */
export const isSameHsm = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** One who can download the domain again; of a group with its members. */
export const granterLine = ({
  name,
  members,
  role,
}: NonNullable<DeploymentView["granting"]>["who"][number]): string =>
  members.length === 0
    ? say("custody.granter", { name, role })
    : say("custody.granterGroup", { name, members: members.join(", "), role });
