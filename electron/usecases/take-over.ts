// Takes the record over from the transfer medium: complete, checked, and only if it extends our copy.
import { isFault } from "../../crypto/index.ts";
import { fault, fold, nextStep, type CeremonyView } from "../ceremony/ceremony.ts";
import { adoptRecord, openJournal, readRecord } from "../journal/journal.ts";
import { RECORD_BYTES_MAX, verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import { checkManifest, readFile, readManifest, type Medium } from "../media/media.ts";
import { carriedScript } from "./carried-script.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { checkDespite, despiteIn, recordDespite } from "./despite.ts";
import { checkClean, writeIncidents } from "./incident.ts";
import { currentView, checkTurn, journalOf, medium, noteStationsClocks, record } from "./turn.ts";

/**
 * The record is here from now on; the person who confirms it has compared the words of its head
 * with those at the hand-over. Differing clocks of the stations are recorded next, as is a private
 * key that was on the medium before; it must have been decided about before anyone confirms.
 * @throws Fault E-ACCEPT-DECISION, E-MEDIA-*, E-MEDIA-SECRET (an incident), E-SD-WRONG-HSM,
 * E-LOG-*, E-LOG-FORK, E-LOG-STALE, E-SCRIPT-CARRIED, E-STATE*, E-MEAN-*, E-NOT-A-CEREMONY
 */
export async function takeOver(deps: Deps): Promise<CeremonyView> {
  const broken = deps.record.open === null ? await arrived(deps) : [];
  const { entries, head } = journalOf(deps);
  const state = fold(entries);
  checkTurn(deps, state, "take-over");
  const step = nextStep(state, deps.script);
  if (step === null) throw fault("E-STATE");
  const from = deps.station === "offline" ? "connected" : "offline";
  record(deps, { type: "taken-over", by: step.by, data: { step: step.id, from, head } });
  noteStationsClocks(deps);
  recordDespite(deps, broken);
  writeIncidents(deps, step.id);
  return currentView(deps);
}

/** The record, its chain and signatures verified. @throws Fault E-MEDIA-*, E-LOG-* */
function recordOn(from: Medium) {
  const bytes = readFile(from, FILES.record, RECORD_BYTES_MAX);
  return { bytes, verdict: verifyRecord(bytes) };
}

/** Null if it cannot be read yet: the error is reported after the search. */
function verdictOn(from: Medium): ReturnType<typeof recordOn> | null {
  try {
    return recordOn(from);
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

/**
 * Nothing of the medium is taken, not even as a copy, before all of it is checked. Which files are
 * answers of the HSM its record says: the same bytes that are then taken over, or refused. The
 * other station has given the record away: if it breaks a rule of meaning, two people may continue,
 * after comparing its head.
 * @returns the codes of the rules that it breaks
 */
async function arrived(deps: Deps): Promise<readonly string[]> {
  const { folder } = deps.record;
  const from = medium(deps, MEDIA.transfer);
  const came = verdictOn(from);
  await checkClean(deps, from, "", came?.verdict.entries);
  const manifest = readManifest(from);
  const own = fold(readRecord(folder)?.entries ?? []).opened;
  if (own !== null && own.hsm !== manifest.hsm) throw fault("E-SD-WRONG-HSM");
  for (const { code, message } of checkManifest(from, manifest))
    deps.notice({ kind: "warned", code, message });
  const { bytes, verdict } = came ?? recordOn(from);
  const state = fold(verdict.entries);
  // A different script of its name is refused, even if this station needs none.
  carriedScript(from, deps.script.name, state.opened?.scriptSha256 ?? "");
  checkTurn(deps, state, "take-over");
  checkDespite(deps, state);
  const despite = [...state.accepted, ...despiteIn(deps)];
  const { meaning } = rely(verdict, { own: deps.script, despite });
  adoptRecord(folder, bytes);
  deps.record.open = openJournal({ folder, station: deps.station, clock: deps.clock });
  return meaning.breaches.map(({ code }) => code);
}
