// Plays a script with simulated people through the real use cases against rehearsal HSMs.
import { join } from "node:path";
import {
  fold, seatsOf, standingOf, view, type CeremonyView, type OfficerStanding,
} from "../ceremony/ceremony.ts";
import { renews, type Script } from "../../ceremony-scripts/index.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { PEOPLE_COMMAND, type PeopleMethods } from "../people/protocol.ts";
import { forkChild } from "../pipe/node-child.ts";
import { callsOver } from "../pipe/pipe.ts";
import type { Deps } from "../usecases/deps.ts";
import { resumeCeremony } from "../usecases/resume-ceremony.ts";
import { headWords } from "../usecases/turn.ts";
import { nodeVaults } from "../vault/node-vaults.ts";
import { actAndConfirm } from "./confirm.ts";
import { awaitsMark, deliver, isDelivered, markDelivered } from "./deliver.ts";
import { fault } from "./faults.ts";
import {
  chooseCeremony, closedRecord, deliveredMarker, hiddenIn, makeFolder, restores, stationFolder,
  type CeremonyFolder,
} from "./folders.ts";
import { startHsm } from "./hsm-process.ts";
import { tellDone, tellEnd, teller, tellNotice, tellStep, type Tell } from "./narrate.ts";
import type { Plan } from "./scene.ts";
import { clock, setStage, type Crew, type Stage } from "./stage.ts";
import { goOn, type Stations } from "./stations.ts";

/** What `sd rehearse` was asked for. Paths are absolute; `entry` is the command line's own file. */
export interface RehearseRequest {
  readonly script: Script;
  readonly media: string;
  readonly out: string;
  readonly bits: 2048 | 3072 | 4096;
  /** Where the script has choices: ids of the steps that are gone to, else the first ones. */
  readonly choices: readonly string[];
  /** Who comes where one officer comes alone; null for the next one. */
  readonly officer: number | null;
  readonly passphraseFile: string | null;
  readonly entry: string;
  readonly software: Deps["software"];
  readonly print: (line: string) => void;
}

/**
 * Plays the ceremony to its end, going on where an earlier run of the same command stopped, and
 * leaves the closed record in `out`.
 * @throws Fault E-REHEARSE-* and those of the use cases
 */
export async function rehearse(request: RehearseRequest): Promise<void> {
  const { media, out, script } = request;
  if (isDelivered(out) && !awaitsMark(out, media, script.name)) throw fault("E-REHEARSE-DONE");
  makeFolder(media);
  makeFolder(out);
  const ceremony = chooseCeremony(media, script);
  makeFolder(ceremony.folder);
  const tell = teller(request.print, clock);
  if (closedRecord(ceremony) === null) await play(request, ceremony, tell);
  const record = closedRecord(ceremony);
  if (record === null) throw fault("E-REHEARSE-FOLDER");
  deliver(out, record);
  markDelivered(deliveredMarker(ceremony));
  tellEnd(tell, viewOf(ceremony, script));
}

async function play(
  request: RehearseRequest,
  ceremony: CeremonyFolder,
  tell: Tell,
): Promise<void> {
  const { script, media, entry } = request;
  if (restores(script) && readRecord(stationFolder(ceremony, "offline")) === null)
    tell("Before the ceremony: the HSM was in use and backed up; then it is lost.");
  const people = forkChild(entry, peopleWords(request));
  try {
    const { call } = await callsOver<PeopleMethods>(people.channel, [
      "type",
      "write",
      "read",
      "bag",
      "look",
      "move",
    ]);
    const stage = await setStage(script, media, crewOf(request, call, tell));
    try {
      if (goOn(stage.stations)) {
        tell("The ceremony goes on where it stopped.");
        tell("      the witness confirms what is certain");
        for (const deps of Object.values(stage.stations))
          if (deps.record.open !== null) resumeCeremony(deps);
      }
      await playSteps(script, stage, call, planOf(request, stage), tell);
    } finally {
      await stage.end();
    }
  } finally {
    await people.end();
  }
}

/** Where one officer comes alone and nobody says who, it is the first whose part is missing. */
function planOf({ script, bits, choices, officer }: RehearseRequest, { plan }: Stage): Plan {
  const next = seatsOf(script.officers).find((seat) => !plan.parts.has(seat)) ?? 1;
  const renewed = renews(script.steps) ? renewedOf(script, plan.earlier, officer) : [];
  return { ...plan, bits, choices, officer: officer ?? next, renewed };
}

/**
 * Whose key is made anew: the officer who was named; else all whose keys were made elsewhere; else
 * all whose keys are in trouble; else the last one.
 */
function renewedOf(
  { officers }: Script, earlier: Uint8Array | null, named: number | null,
): readonly number[] {
  const known = earlier === null ? [] : standingOf(verifyRecord(earlier).entries).officers;
  const seats = (is: (one: OfficerStanding) => boolean) =>
    seatsOf(officers).filter((_seat, i) => known[i] !== undefined && is(known[i]));
  const choices = [
    named === null ? [] : [named], seats(({ signingThumbprint }) => signingThumbprint === ""),
    seats(({ trouble }) => trouble !== ""),
  ];
  return choices.find((choice) => choice.length > 0) ?? [officers];
}

/** Simulated people come when called and type once; a second try would be the same. */
function crewOf(request: RehearseRequest, people: PeopleMethods, tell: Tell): Crew {
  return {
    vaults: nodeVaults(request.entry),
    startHsm: (place) => startHsm(request.entry, place),
    call: () => Promise.resolve(),
    leave: () => undefined,
    dismiss: () => undefined,
    seeSeconds: 0,
    invite: async (invitation) => {
      tell(`      officer ${String(invitation.seat)} types the passphrase`);
      await people.type(invitation);
    },
    patience: 1,
    notice: (notice) => {
      tellNotice(tell, notice);
    },
    software: request.software,
    pollSeconds: 0.5,
  };
}

async function playSteps(
  script: Script,
  { stations, settleMedia }: Stage,
  people: PeopleMethods,
  plan: Plan,
  tell: Tell,
): Promise<void> {
  for (let now = viewAt(stations, script); now.step !== null;) {
    const { step } = now;
    const deps = stations[step.station];
    tellStep(tell, step, now.done + 1, now.steps);
    const after: CeremonyView = await actAndConfirm({ deps, step, people, plan });
    settleMedia();
    tellDone(tell, after);
    now = after;
  }
}

/** The view of the longer of both copies. */
function viewAt(stations: Stations, script: Script): CeremonyView {
  const copies = Object.values(stations).map(({ record }) => readRecord(record.folder));
  return viewOfCopy(script, copies.reduce((longest, copy) =>
    (copy?.entries.length ?? 0) > (longest?.entries.length ?? 0) ? copy : longest, null));
}

function peopleWords({ media, passphraseFile }: RehearseRequest): readonly string[] {
  const papers = join(hiddenIn(media), "papers.json");
  return [PEOPLE_COMMAND, papers, ...(passphraseFile === null ? [] : [passphraseFile])];
}

function viewOf(ceremony: CeremonyFolder, script: Script): CeremonyView {
  return viewOfCopy(script, readRecord(stationFolder(ceremony, "offline")));
}

function viewOfCopy(script: Script, copy: ReturnType<typeof readRecord>): CeremonyView {
  const head = copy?.head ?? "";
  const entries = copy?.entries ?? [];
  return view(fold(entries), script, entries, head, headWords(head));
}
