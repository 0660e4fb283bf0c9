// Plays a script with simulated people through the real use cases against rehearsal HSMs.
import { join } from "node:path";
import { random } from "../../crypto/index.ts";
import { fold, view, type CeremonyView } from "../ceremony/ceremony.ts";
import type { Script } from "../../ceremony-scripts/index.ts";
import { readRecord } from "../journal/journal.ts";
import { prepareMedium } from "../media/media.ts";
import { readNetwork } from "../network/network.ts";
import { PEOPLE_COMMAND, type PeopleMethods } from "../people/protocol.ts";
import { forkChild } from "../pipe/node-child.ts";
import { callsOver } from "../pipe/pipe.ts";
import { MEDIA, type Deps } from "../usecases/deps.ts";
import { headWords } from "../usecases/turn.ts";
import { nodeVaults } from "../vault/node-vaults.ts";
import { ACTS } from "./acts.ts";
import { awaitsMark, deliver, isDelivered, markDelivered } from "./deliver.ts";
import { backupSheet } from "./disaster.ts";
import { fault } from "./faults.ts";
import {
  activationIn,
  ceremoniesIn,
  chooseCeremony,
  closedRecord,
  deliveredMarker,
  hiddenIn,
  makeFolder,
  stationFolder,
  type CeremonyFolder,
} from "./folders.ts";
import { startHsm, type RunningHsm } from "./hsm-process.ts";
import { tellDone, tellEnd, teller, tellStep, type Tell } from "./narrate.ts";
import type { Plan } from "./scene.ts";
import { goOn, type Stations } from "./stations.ts";

/** What `sd rehearse` was asked for. Paths are absolute; `entry` is the command line's own file. */
export interface RehearseRequest {
  readonly script: Script;
  readonly media: string;
  readonly out: string;
  readonly bits: 2048 | 3072 | 4096;
  readonly passphraseFile: string | null;
  readonly entry: string;
  readonly software: Deps["software"];
  readonly print: (line: string) => void;
}

const clock = (): Date => new Date();
const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, seconds * 1000));

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
  const ceremony = chooseCeremony(media, script.name, script.continues);
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
  const plan = await settle(request, ceremony, tell);
  prepareMedia(request);
  const hsm = await startHsm(request.entry, request.media, plan.hsm);
  const people = forkChild(request.entry, peopleWords(request));
  try {
    const { call } = await callsOver<PeopleMethods>(people.channel, [
      "type",
      "write",
      "read",
      "bag",
    ]);
    const stations = stationsOf(request, ceremony, call, hsm, tell);
    if (goOn(stations)) tell("The ceremony goes on where it stopped.");
    await playSteps(request.script, stations, call, plan, tell);
  } finally {
    await Promise.all([people.end(), hsm.end()]);
  }
}

async function playSteps(
  script: Script,
  stations: Stations,
  people: PeopleMethods,
  plan: Plan,
  tell: Tell,
): Promise<void> {
  for (let step = script.steps[doneOf(stations)]; step !== undefined;) {
    const deps = stations[step.station];
    tellStep(tell, step, script.steps.indexOf(step) + 1, script.steps.length);
    const after: CeremonyView = await ACTS[step.action.kind]({ deps, step, people, plan });
    tellDone(tell, after);
    step = after.step ?? undefined;
  }
  for (const { record } of Object.values(stations)) record.open?.close();
}

/** How many steps the longer of both copies has done. */
function doneOf(stations: Stations): number {
  return Math.max(
    ...Object.values(stations).map(
      ({ record }) => fold(readRecord(record.folder)?.entries ?? []).done.length,
    ),
  );
}

/** HSM names, and for a recovery the earlier record and the backup sheet of the lost HSM. */
async function settle(
  request: RehearseRequest,
  ceremony: CeremonyFolder,
  tell: Tell,
): Promise<Plan> {
  const { script, media, entry, bits } = request;
  if (!script.continues)
    return { hsm: "Contoso-Rehearsal-HSM", bits, earlier: null, backup: null };
  const earlier = activationIn(ceremoniesIn(media));
  if (earlier === null) throw fault("E-REHEARSE-NO-ACTIVATION");
  tell("Before the ceremony: the HSM was in use and backed up; then it is lost.");
  const backup = await backupSheet(entry, media, ceremony, earlier, sleep);
  return { hsm: `Contoso-Recovery-${String(ceremony.number)}`, bits, earlier, backup };
}

function prepareMedia({ media, script }: RehearseRequest): void {
  const seats = Array.from({ length: script.officers }, (_, i) => i + 1);
  const own = seats.flatMap((seat) => [MEDIA.own(seat), MEDIA.backup(seat)]);
  for (const label of [...own, MEDIA.transfer, MEDIA.domainCopy])
    prepareMedium(media, label, "REHEARSAL", random);
}

function peopleWords({ media, passphraseFile }: RehearseRequest): readonly string[] {
  const papers = join(hiddenIn(media), "papers.json");
  return [PEOPLE_COMMAND, papers, ...(passphraseFile === null ? [] : [passphraseFile])];
}

function stationsOf(
  request: RehearseRequest,
  ceremony: CeremonyFolder,
  people: PeopleMethods,
  hsm: RunningHsm,
  tell: Tell,
): Stations {
  const vaults = nodeVaults(request.entry);
  const shared = {
    script: request.script,
    mode: "REHEARSAL" as const,
    mediaRoot: request.media,
    vaults,
    clock,
    random,
    sleep,
    network: () => readNetwork(),
    software: request.software,
    pollSeconds: 0.5,
    hsm: hsm.client,
    invite: async (invitation: Parameters<PeopleMethods["type"]>[0]) => {
      tell(`      officer ${String(invitation.seat)} types the passphrase`);
      await people.type(invitation);
    },
    tell: (text: string) => {
      tell(`      ${text}`);
    },
  };
  const station = (name: "offline" | "connected"): Deps => ({
    ...shared,
    station: name,
    record: { folder: stationFolder(ceremony, name), open: null },
  });
  return { offline: station("offline"), connected: station("connected") };
}

function viewOf(ceremony: CeremonyFolder, script: Script): CeremonyView {
  const copy = readRecord(stationFolder(ceremony, "offline"));
  const head = copy?.head ?? "";
  return view(fold(copy?.entries ?? []), script, head, headWords(head));
}
