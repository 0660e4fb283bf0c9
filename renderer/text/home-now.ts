// What is to be done now, in one sentence: the most urgent of what is known.
import type {
  CeremonyName,
  CustodyKnown,
  HomeView,
  StationRoleName,
} from "../../electron/bridge/view.ts";
import { abortedLine } from "./home.ts";
import { ago, day, until } from "./times.ts";

/** One sentence; and the ceremony that is due, with what its button says, where one is. */
export interface NowLine {
  readonly say: string;
  readonly due: { readonly ceremony: CeremonyName; readonly title: string } | null;
}

type Health = CustodyKnown["health"];

const quiet = (say: string): NowLine => ({ say, due: null });
const due = (ceremony: CeremonyName, title: string, say: string): NowLine => ({
  say,
  due: { ceremony, title },
});

/** @param now in milliseconds @param role what this computer is for */
export function nowOf(
  { ceremonies, custody, partsWaiting }: HomeView,
  now: number,
  role: StationRoleName,
): NowLine {
  const last = ceremonies.at(-1);
  if (last?.progress === "aborted") return quiet(abortedLine(last.name, last.hsm, last.closedAt));
  if (custody === null) return quiet(role === "offline" ? NEW_HERE : NOTHING_YET);
  const { health } = custody;
  return (
    replacement(health)
    ?? parts(health, partsWaiting)
    ?? late(health)
    ?? quiet(nothingDue(custody, now))
  );
}

const NOTHING_YET =
  "Nothing is in custody here yet. Start with Activate; a domain made with other "
  + "tools can be adopted.";
const NEW_HERE =
  "Nothing is in custody here yet. If ceremonies took place on another computer, "
  + "add the last record here; otherwise start with Activate.";

function replacement(health: Health): NowLine | null {
  const replace = "Now: replace an officer";
  if (health.level === "would-fail")
    return due(
      "replacement",
      replace,
      "Recovery would fail today. Make new keys while the HSM is " + "still running.",
    );
  const troubled = health.officers.find(({ trouble }) => trouble !== "");
  if (troubled !== undefined)
    return due(
      "replacement",
      replace,
      `The key of officer ${troubled.seat}, ${troubled.name}, cannot be relied on.`,
    );
  return health.officers.some(({ isForeign }) => isForeign)
    ? due("replacement", "Now: replace the officers\u2019 keys", "They were made with other tools.")
    : null;
}

function parts({ officers }: Health, have: readonly number[]): NowLine | null {
  if (have.length === 0) return null;
  const left = officers.map(({ seat }) => seat).filter((seat) => !have.includes(seat));
  return left.length > 0
    ? due(
        "attestation-part",
        "Now: attest with the next officer",
        `${capital(seatsLine(have))} attested; ${seatsLine(left)} still to come.`,
      )
    : due("attestation", "Now: complete the attestation", "Every officer has attested.");
}

/** "officer 2", "officers 1 and 3". */
const seatsLine = (seats: readonly number[]): string =>
  seats.length === 1
    ? `officer ${seats.join("")}`
    : `officers ${seats.slice(0, -1).join(", ")} and ${String(seats.at(-1))}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ONE_BY_ONE = "It is done officer by officer.";

function late({ attestation, dryRun, officers }: Health): NowLine | null {
  const attest = (say: string) => due("attestation-part", "Now: attest", say);
  if (attestation.at === "") return attest(`Custody was never attested. ${ONE_BY_ONE}`);
  if (attestation.overdueDays > 0)
    return attest(`The attestation is ${days(attestation.overdueDays)} overdue. ${ONE_BY_ONE}`);
  const unchecked = officers.find(({ keyCheck }) => keyCheck.at === "" || keyCheck.overdueDays > 0);
  if (unchecked !== undefined)
    return attest(`The key of officer ${unchecked.seat}, ${unchecked.name}, is due for a check.`);
  return dryRun.overdueDays > 0
    ? due(
        "dry-run",
        "Now: try the recovery",
        `The yearly dry run of recovery is ${days(dryRun.overdueDays)} overdue.`,
      )
    : null;
}

function nothingDue({ health, attestedAt }: CustodyKnown, now: number): string {
  const { at } = health.attestation;
  const last = attestedAt === null ? "The" : `Last attested ${ago(attestedAt, now)}; the`;
  const next = `${last} next attestation is due ${day(at)}, ${until(at, now)}.`;
  return health.level === "whole"
    ? `Nothing is due today. ${next}`
    : `Custody is degraded: the reasons are beside this. ${next}`;
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);
