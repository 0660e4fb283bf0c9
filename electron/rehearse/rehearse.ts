// Runs a script with simulated people through the real use cases against rehearsal HSMs.
import { join } from "node:path";
import process from "node:process";
import { recounts, restores, type Script } from "../../ceremony-scripts/index.ts";
import { utf8 } from "../../crypto/index.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { folderMedia } from "../media/media.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import type { Deps } from "../usecases/deps.ts";
import { resumeCeremony } from "../usecases/resume-ceremony.ts";
import { nodeVaults } from "../vault/node-vaults.ts";
import { actAndConfirm } from "./act-and-confirm.ts";
import { whoComes } from "./rehearsal-people.ts";
import { runSteps, WITHOUT_WINDOW } from "./run-steps.ts";
import { viewOf } from "./view-at.ts";
import {
  awaitsMark,
  checkOut,
  deliver,
  isDelivered,
  markDelivered,
  REPORT_FILE,
} from "../session/deliver.ts";
import { fault } from "../session/faults.ts";
import {
  chooseCeremony,
  closedRecord,
  countedBy,
  deliveredMarker,
  hiddenIn,
  makeFolder,
  stationFolder,
  versionIn,
  type CeremonyFolder,
} from "../session/folders.ts";
import { startHsm } from "./hsm-process.ts";
import {
  tellDone,
  tellEnd,
  teller,
  tellNotice,
  tellScore,
  tellStep,
  type Tell,
} from "./narrate.ts";
import { startPeople } from "./people-process.ts";
import { openRehearsal } from "./rehearsal-session.ts";
import { clock, type SessionHooks } from "../session/session.ts";
import { goOn } from "../session/stations.ts";
import { trialsOf, type WayRequest } from "./trial-begin.ts";
import { actInTrial } from "./trial-people.ts";
import { reportOf } from "./trial-report.ts";
import { scoreOf, type Score } from "./trial-score.ts";

/** The request of `sd rehearse`. Paths are absolute; `entry` is the command line's own file. */
export interface RehearseRequest extends WayRequest {
  /** Whether the script's numbers of officers were asked for; else they are those of the custody. */
  readonly isCounted: boolean;
  readonly out: string;
  readonly bits: 2048 | 3072 | 4096;
  readonly passphraseFile: string | null;
  readonly entry: string;
  readonly software: Deps["software"];
  readonly print: (line: string) => void;
}

/** @throws Fault E-REHEARSE-COUNTS if the numbers asked for are not those of the record or custody */
function checkCounts(asked: Script, { officers, quorum }: Script): void {
  if (asked.officers !== officers || asked.quorum !== quorum)
    throw fault("E-REHEARSE-COUNTS", { officers, quorum });
}

/**
 * Runs the ceremony to its end, continuing where an earlier run of the same command stopped, and
 * leaves the closed record with its evidence in `out`; with trials also their report.
 * @returns the score of the trials, or null if none were set
 * @throws Fault E-REHEARSE-* and those of the use cases
 */
export async function rehearse(wanted: RehearseRequest): Promise<Score | null> {
  const { media, out } = wanted;
  if (isDelivered(out) && !awaitsMark(out, media, wanted.script.name))
    throw fault("E-REHEARSE-DONE");
  checkOut(out);
  makeFolder(media);
  makeFolder(out);
  const ceremony = chooseCeremony(media, wanted.script);
  const { steps } = wanted.script;
  const mayDiffer = wanted.isCounted && recounts(steps);
  const counted = () => countedBy(media, wanted.script, folderMedia(media));
  const script = versionIn(ceremony, mayDiffer ? wanted.script : counted());
  if (wanted.isCounted) checkCounts(wanted.script, script);
  const request = { ...wanted, script };
  makeFolder(ceremony.folder);
  const tell = teller(request.print, clock);
  if (closedRecord(ceremony) === null) await run(request, ceremony, tell);
  const record = closedRecord(ceremony);
  if (record === null) throw fault("E-REHEARSE-FOLDER");
  const view = viewOf(ceremony, script);
  const score = scoreOf(verifyRecord(record).entries);
  await deliver(
    out,
    record,
    script,
    score === null
      ? []
      : [{ name: REPORT_FILE, bytes: utf8(reportOf(score, script.title, view.head)) }],
  );
  markDelivered(deliveredMarker(ceremony));
  if (score !== null) tellScore(tell, score);
  tellEnd(tell, view);
  return score;
}

async function run(request: RehearseRequest, ceremony: CeremonyFolder, tell: Tell): Promise<void> {
  const { script, media, entry } = request;
  const trials = trialsOf(request, ceremony, tell);
  if (restores(script.steps) && readRecord(stationFolder(ceremony, "offline")) === null)
    tell("Before the ceremony: the HSM was in use and backed up; then it was lost.");
  const papers = join(hiddenIn(media), "papers.json");
  const people = await startPeople(entry, papers, request.passphraseFile);
  const { call } = people;
  try {
    const kill = () => pullThePlug(tell);
    const hooks = hooksOf(request, call, tell);
    const session = await openRehearsal(script, media, trials?.hooks(hooks, kill) ?? hooks);
    try {
      if (goOn(session.stations)) {
        tell("The ceremony continues where it stopped.");
        tell("      the witness confirms what is certain");
        for (const deps of Object.values(session.stations))
          if (deps.record.open !== null) resumeCeremony(deps);
      }
      const { bits, choices, officer } = request;
      const plan = { ...session.plan, bits, choices, ...whoComes(script, session.plan, officer) };
      await runSteps(script, session, async (now, { done, steps }) => {
        tellStep(tell, now.step, done + 1, steps);
        const rehearsed = { ...now, people: call, plan };
        const after = await (trials === null
          ? actAndConfirm(rehearsed)
          : actInTrial(rehearsed, trials, kill));
        tellDone(tell, after);
        return after;
      });
    } finally {
      await session.end();
    }
  } finally {
    await people.end();
  }
}

/** As if power were lost. The same command continues. */
function pullThePlug(tell: Tell): void {
  tell("The plug is pulled: this program ends now. Run the same command again to continue.");
  process.kill(process.pid, "SIGKILL");
}

const hooksOf = (request: RehearseRequest, people: PeopleMethods, tell: Tell): SessionHooks => ({
  ...WITHOUT_WINDOW,
  vaults: nodeVaults(request.entry),
  startHsm: (place) => startHsm(request.entry, place),
  invite: async (invitation) => {
    tell(`      officer ${String(invitation.seat)} types the passphrase`);
    await people.type(invitation);
  },
  notice: (notice) => tellNotice(tell, notice),
  software: request.software,
  pollSeconds: 0.5,
  restoreWaitSeconds: 2,
});
