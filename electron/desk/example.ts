// Example custody: made by the simulated crew alone, with a year of attestations, so that every
// ceremony can be tried at once. It is a rehearsal like any other, and its records say who made it.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Counts, Script } from "../../ceremony-scripts/index.ts";
import type { CeremonyName } from "../bridge/view.ts";
import { rolesIn, seatsOf } from "../ceremony/ceremony.ts";
import { makeFolder, renameFolder } from "../disk/disk.ts";
import { actAndConfirm } from "../rehearse/act-and-confirm.ts";
import { openRehearsal } from "../rehearse/rehearsal-session.ts";
import { runSteps, WITHOUT_WINDOW } from "../rehearse/run-steps.ts";
import { markDelivered } from "../session/deliver.ts";
import { deliveredMarker } from "../session/folders.ts";
import type { SessionHooks } from "../session/session.ts";
import { goOn } from "../session/stations.ts";
import { latest, newFolder, type StoredCeremony } from "./ceremony-store.ts";
import { BITS, noteKey, papersOf } from "./crew-people.ts";
import type { CrewPeople } from "./options.ts";
import { scriptWith } from "./scripts.ts";
import { removeTree } from "../disk/remove.ts";

/** Its progress: ceremonies made, and all. */
export interface Making {
  readonly done: number;
  readonly of: number;
}

interface Held {
  readonly name: CeremonyName;
  readonly daysAgo: number;
  /** The officer who comes alone, or 0. */
  readonly officer: number;
  readonly choices: readonly string[];
}

const ACTIVATED_DAYS_AGO = 365;
/** A quarter apart; the last one checks each key, which is due once a year. */
const ATTESTED_DAYS_AGO = [275, 184, 93, 2] as const;

const held = (name: CeremonyName, daysAgo: number, officer = 0, choices: string[] = []): Held => ({
  name,
  daysAgo,
  officer,
  choices,
});

/** What happened in that year, in order. */
const yearOf = ({ officers }: Counts): readonly Held[] => [
  held("activation", ACTIVATED_DAYS_AGO),
  ...ATTESTED_DAYS_AGO.flatMap((daysAgo, i) => {
    const isLast = i === ATTESTED_DAYS_AGO.length - 1;
    return [
      ...seatsOf(officers).map((seat) =>
        held("attestation-part", daysAgo, seat, isLast ? [`open-bag-${String(seat)}`] : []),
      ),
      held("attestation", daysAgo),
    ];
  }),
  held("dry-run", ATTESTED_DAYS_AGO.at(-1) ?? 0),
];

/**
 * Whether the simulated crew alone made the custody that ceremonies here continue: it had every
 * seat from the beginning of each, and nobody took one back.
 */
export function isExample(all: readonly StoredCeremony[]): boolean {
  const last = latest(all);
  return (
    last !== undefined
    && all
      .filter(({ media, state }) => media === last.media && state.closed)
      .every(
        ({ state, entries }) =>
          entries.filter(({ type }) => type === "seats-simulated").length === 1
          && rolesIn(state).every((role) => state.everSimulated.includes(role)),
      )
  );
}

/**
 * Makes example custody under this root, completely or not at all.
 * @param counts of its officers
 * @param people starts the simulated people
 * @throws Fault those of the use cases
 */
export async function makeExample(
  root: string,
  hooks: SessionHooks,
  counts: Counts,
  people: (papers: string) => Promise<CrewPeople>,
  told: (making: Making) => void,
): Promise<void> {
  const half = join(root, "example.half");
  removeTree(half);
  makeFolder(half);
  makeFolder(dirname(papersOf(half)));
  const crew = await people(papersOf(half));
  try {
    const year = yearOf(counts);
    for (const seat of seatsOf(counts.officers)) await noteKey(crew.call, seat, true);
    for (const [done, one] of year.entries()) {
      told({ done, of: year.length });
      await hold(one, scriptWith(one.name, counts), half, hooks, crew);
    }
  } finally {
    await crew.end();
  }
  renameFolder(half, newFolder(root));
}

const DAY_MS = 86_400_000;

/** Performs one ceremony, with the clock of that day. */
async function hold(
  { daysAgo, officer, choices }: Held,
  script: Script,
  media: string,
  hooks: SessionHooks,
  crew: CrewPeople,
): Promise<void> {
  const session = await openRehearsal(script, media, {
    ...hooks,
    ...WITHOUT_WINDOW,
    clock: () => new Date(Date.now() - daysAgo * DAY_MS),
    startHsm: (place) => hooks.startHsm({ ...place, quick: true }),
    invite: async (invitation) => {
      await crew.call.type(invitation);
    },
    notice: () => undefined,
    pollSeconds: 0.1,
  });
  try {
    const { plan, stations, ceremony } = session;
    goOn(stations);
    const asked = { ...plan, bits: BITS, choices, officer, coming: [], renewed: [] } as const;
    await runSteps(script, session, (now) =>
      actAndConfirm({ ...now, people: crew.call, plan: asked }),
    );
    // Its papers are printed on request.
    if (existsSync(ceremony.folder)) markDelivered(deliveredMarker(ceremony));
  } finally {
    await session.end();
  }
}
