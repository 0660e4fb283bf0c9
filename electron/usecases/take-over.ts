// Takes the record over from the transfer medium: whole, checked, and only if it extends our copy.
import { fault, fold, nextStep, type CeremonyView } from "../ceremony/ceremony.ts";
import { adoptRecord, openJournal, readRecord, type Journal } from "../journal/journal.ts";
import { RECORD_BYTES_MAX, verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import { checkManifest, readFile, readManifest } from "../media/media.ts";
import { carriedScript } from "./carried-script.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { checkClean, writeIncidents } from "./incident.ts";
import { currentView, checkTurn, medium, noteStationsClocks, record } from "./turn.ts";

/**
 * The record is here from now on; who confirms it has compared the words of its head with those
 * at the hand-over. Stations' clocks that lie apart are told next, either way. A private key that
 * lay on the medium before stands in it next, and must have been decided about before anybody
 * confirms.
 * @throws Fault E-MEDIA-*, E-MEDIA-SECRET (an incident), E-SD-WRONG-HSM, E-LOG-*, E-LOG-FORK,
 *   E-LOG-STALE, E-SCRIPT-CARRIED, E-STATE*, E-MEAN-*, E-NOT-A-CEREMONY
 */
export async function takeOver(deps: Deps): Promise<CeremonyView> {
  deps.record.open ??= await arrived(deps);
  const { entries, head } = deps.record.open;
  const state = fold(entries);
  checkTurn(deps, state, "take-over");
  const step = nextStep(state, deps.script);
  if (step === null) throw fault("E-STATE");
  const from = deps.station === "offline" ? "connected" : "offline";
  record(deps, { type: "taken-over", by: step.by, data: { step: step.id, from, head } });
  noteStationsClocks(deps);
  writeIncidents(deps, step.id);
  return currentView(deps);
}

/** Nothing of the medium is taken, not even as a copy, before all of it is checked. */
async function arrived(deps: Deps): Promise<Journal> {
  const { folder } = deps.record;
  const from = medium(deps, MEDIA.transfer);
  await checkClean(deps, from, "");
  const manifest = readManifest(from);
  const own = fold(readRecord(folder)?.entries ?? []).opened;
  if (own !== null && own.hsm !== manifest.hsm) throw fault("E-SD-WRONG-HSM");
  for (const { code, message } of checkManifest(from, manifest))
    deps.notice({ kind: "warned", code, message });
  const bytes = readFile(from, FILES.record, RECORD_BYTES_MAX);
  const verdict = verifyRecord(bytes);
  const state = fold(verdict.entries);
  // What came in its name and is another one is refused, also where this station needs none.
  carriedScript(from, deps.script.name, state.opened?.scriptSha256 ?? "");
  checkTurn(deps, state, "take-over");
  rely(verdict, { own: deps.script });
  adoptRecord(folder, bytes);
  return openJournal({ folder, station: deps.station, clock: deps.clock });
}
