// In German: what ./home-now.ts says.
import type {
  CeremonyName,
  CustodyKnown,
  HomeView,
  StationRoleName,
} from "../../electron/bridge/view.ts";
import { abortedLine } from "./home.ts";
import { ago, day, until } from "./times.ts";
import { type NowLine } from "./home-now.ts";

export { type NowLine } from "./home-now.ts";

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
  "Noch ist hier nichts in Verwahrung. Beginnen Sie mit „Aktivieren“; eine Domäne aus "
  + "anderen Werkzeugen lässt sich aufnehmen.";

const NEW_HERE =
  "Noch ist hier nichts in Verwahrung. Fanden Zeremonien auf einem anderen Rechner "
  + "statt, fügen Sie hier das letzte Protokoll hinzu; sonst beginnen Sie mit "
  + "„Aktivieren“.";

function replacement(health: Health): NowLine | null {
  const replace = "Jetzt: einen Schlüsselinhaber ersetzen";
  if (health.level === "would-fail")
    return due(
      "replacement",
      replace,
      "Eine Wiederherstellung würde heute scheitern. Erzeugen Sie neue Schlüssel, solange "
        + "das HSM noch läuft.",
    );
  const troubled = health.officers.find(({ trouble }) => trouble !== "");
  if (troubled !== undefined)
    return due(
      "replacement",
      replace,
      `Auf den Schlüssel von Schlüsselinhaber ${troubled.seat}, ${troubled.name}, ist kein Verlass.`,
    );
  return health.officers.some(({ isForeign }) => isForeign)
    ? due(
        "replacement",
        "Jetzt: die Schlüssel ersetzen",
        "Sie wurden mit anderen Werkzeugen erzeugt.",
      )
    : null;
}

function parts({ officers }: Health, have: readonly number[]): NowLine | null {
  if (have.length === 0) return null;
  const left = officers.map(({ seat }) => seat).filter((seat) => !have.includes(seat));
  return left.length > 0
    ? due(
        "attestation-part",
        "Jetzt: mit dem nächsten Schlüsselinhaber prüfen",
        `Geprüft: Schlüsselinhaber ${listed(have)}. Es fehlt noch: ${listed(left)}.`,
      )
    : due("attestation", "Jetzt: Verwahrungsprüfung abschließen", "Alle Teile sind hier.");
}

/** "2", "1 und 3". */
const listed = (seats: readonly number[]): string =>
  seats.length === 1
    ? seats.join("")
    : `${seats.slice(0, -1).join(", ")} und ${String(seats.at(-1))}`;

const ONE_BY_ONE = "Geprüft wird ein Schlüsselinhaber nach dem anderen.";

function late({ attestation, dryRun, officers }: Health): NowLine | null {
  const attest = (say: string) => due("attestation-part", "Jetzt: Verwahrung prüfen", say);
  if (attestation.at === "") return attest(`Die Verwahrung wurde noch nie geprüft. ${ONE_BY_ONE}`);
  if (attestation.overdueDays > 0)
    return attest(
      `Die Verwahrungsprüfung ist seit ${days(attestation.overdueDays)} überfällig. ${ONE_BY_ONE}`,
    );
  const unchecked = officers.find(({ keyCheck }) => keyCheck.at === "" || keyCheck.overdueDays > 0);
  if (unchecked !== undefined)
    return attest(
      `Der Schlüssel von Schlüsselinhaber ${unchecked.seat}, ${unchecked.name}, ist zu prüfen.`,
    );
  return dryRun.overdueDays > 0
    ? due(
        "dry-run",
        "Jetzt: Wiederherstellung erproben",
        `Die jährliche Probe der Wiederherstellung ist seit ${days(dryRun.overdueDays)} überfällig.`,
      )
    : null;
}

function nothingDue({ health, attestedAt }: CustodyKnown, now: number): string {
  const { at } = health.attestation;
  const last = attestedAt === null ? "" : `Zuletzt geprüft: ${ago(attestedAt, now)}. `;
  const next = `${last}Nächste Verwahrungsprüfung: ${day(at)}, ${until(at, now)}.`;
  return health.level === "whole"
    ? `Heute steht nichts an. ${next}`
    : `Die Verwahrung ist eingeschränkt: Die Gründe stehen daneben. ${next}`;
}

const days = (count: number): string => (count === 1 ? "1 Tag" : `${count} Tagen`);
