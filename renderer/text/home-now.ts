// The next thing to do, in one sentence: the most urgent known duty.
import { and, list, sentence } from "../../electron/text/text.ts";
import type {
  CeremonyName,
  CustodyKnown,
  HomeView,
  StationRoleName,
} from "../../electron/bridge/view.ts";
import { abortedLine } from "./home.ts";
import { said, say } from "./say.ts";
import { agoOf, untilOf } from "./times.ts";

/** One sentence; and the due ceremony with its button's text, if any. */
interface NowLine {
  readonly say: string;
  readonly due: { readonly ceremony: CeremonyName; readonly title: string } | null;
}

/** Also the rules of custody that are not met, in one line, the gravest first; "" if all are. */
interface Now extends NowLine {
  readonly unmet: string;
}

type Health = CustodyKnown["health"];

const quiet = (line: string): NowLine => ({ say: line, due: null });
const due = (ceremony: CeremonyName, title: string, line: string): NowLine => ({
  say: line,
  due: { ceremony, title },
});

/** @param now in milliseconds @param role what this computer is for */
export function nowOf(home: HomeView, now: number, role: StationRoleName): Now {
  const first = firstOf(home, now, role);
  return { ...first, unmet: home.custody === null ? "" : unmetLine(home.custody, first.due) };
}

type Rule = CustodyKnown["rules"][number]["rule"];

/** What would keep a recovery from bringing keys back comes first, what is only late last. */
const BY_GRAVITY: readonly Rule[] = [
  ...(["backup", "holders", "sealed", "hand-offs"] as const),
  ...(["sites", "spare", "quorum", "review"] as const),
];

/** Rules of which the line about such a due ceremony says already that they are not met. */
const SAID: Partial<Record<CeremonyName, Rule>> = {
  "hand-off": "sites",
  "attestation-part": "review",
  attestation: "review",
};

function unmetLine(custody: CustodyKnown, due: NowLine["due"]): string {
  const known = due === null ? undefined : SAID[due.ceremony];
  const unmet = unmetOf(custody).filter((rule) => rule !== known);
  const names = unmet.map((rule) => sentence(`custody-rules.${rule}.short`));
  return names.length === 0 ? "" : say("home-now.unmet", { rules: list(names, "; ") });
}

const unmetOf = ({ rules }: CustodyKnown): readonly Rule[] =>
  rules
    .filter(({ verdict }) => verdict === "not-kept")
    .map(({ rule }) => rule)
    .toSorted((one, other) => BY_GRAVITY.indexOf(one) - BY_GRAVITY.indexOf(other));

function firstOf(
  { ceremonies, custody, partsWaiting }: HomeView,
  now: number,
  role: StationRoleName,
): NowLine {
  const last = ceremonies.at(-1);
  if (last?.progress === "aborted") return quiet(abortedLine(last.name, last.hsm, last.closedAt));
  if (custody === null)
    return quiet(say(role === "offline" ? "home-now.newHere" : "home-now.nothingYet"));
  const { health } = custody;
  return (
    replacement(health)
    ?? parts(health, partsWaiting)
    ?? tooMuch(custody)
    ?? late(health)
    ?? quiet(nothingDue(custody, now))
  );
}

function replacement(health: Health): NowLine | null {
  const replace = (line: string) => due("replacement", say("home-now.replace"), line);
  if (health.level === "would-fail") return replace(say("home-now.wouldFail"));
  const troubled = health.officers.find(({ trouble }) => trouble !== "");
  if (troubled !== undefined) {
    const { seat, name } = troubled;
    return replace(say("home-now.trouble", { seat, name }));
  }
  return health.officers.some(({ isForeign }) => isForeign)
    ? due("replacement", say("home-now.replaceKeys"), say("home-now.foreign"))
    : null;
}

function parts({ officers }: Health, have: readonly number[]): NowLine | null {
  if (have.length === 0) return null;
  const left = officers.map(({ seat }) => seat).filter((seat) => !have.includes(seat));
  return left.length > 0
    ? due(
        "attestation-part",
        say("home-now.nextOfficer"),
        say("home-now.partly", {
          haveCount: have.length,
          have: and(have),
          leftCount: left.length,
          left: and(left),
        }),
      )
    : due("attestation", say("home-now.complete"), say("home-now.allAttested"));
}

/** The worst of what one person, place, zone or journey alone may not cause. */
function tooMuch({ geometry: { rows } }: CustodyKnown): NowLine | null {
  const [worst] = rows.filter(({ verdict }) => verdict === "unmet").flatMap(({ unmet }) => unmet);
  return worst === undefined ? null : due("hand-off", say("home-now.handOff"), said(worst));
}

function late({ attestation, dryRun, officers }: Health): NowLine | null {
  const attest = (line: string) => due("attestation-part", say("home-now.attest"), line);
  if (attestation.at === "") return attest(say("home-now.neverAttested"));
  if (attestation.overdueDays > 0)
    return attest(say("home-now.attestationLate", { days: attestation.overdueDays }));
  const unchecked = officers.find(({ keyCheck }) => keyCheck.at === "" || keyCheck.overdueDays > 0);
  if (unchecked !== undefined) {
    const { seat, name } = unchecked;
    return attest(say("home-now.unchecked", { seat, name }));
  }
  const { overdueDays: days } = dryRun;
  return days > 0
    ? due("dry-run", say("home-now.try"), say("home-now.dryRunLate", { days }))
    : null;
}

function nothingDue(custody: CustodyKnown, now: number): string {
  const { health, attestedAt } = custody;
  const { at } = health.attestation;
  const until = untilOf(at, now);
  const next =
    attestedAt === null
      ? sentence("home-now.next", { at, until })
      : sentence("home-now.nextAfter", { ago: agoOf(attestedAt, now), at, until });
  if (health.level !== "whole") return say("home-now.degraded", { next });
  return unmetOf(custody).length === 0 ? say("home-now.nothingDue", { next }) : said(next);
}
