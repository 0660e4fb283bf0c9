// Takes the record over from the transfer medium: whole, checked, and only if it extends our copy.
import { fault, fold, mayRun, nextStep, type CeremonyView } from "../ceremony/ceremony.ts";
import { adoptRecord, openJournal } from "../journal/journal.ts";
import { judgeManifest, judgeNoSecrets, readManifest } from "../media/media.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { currentView, load, medium, record, refuse } from "./turn.ts";

/**
 * @throws Fault E-MEDIA-*, E-MEDIA-SECRET (an incident), E-LOG-*, E-LOG-FORK, E-STATE*
 */
export function takeOver(deps: Deps): CeremonyView {
  if (deps.record.open === null) {
    const from = medium(deps, MEDIA.transfer);
    judgeNoSecrets(from);
    for (const { code, message } of judgeManifest(from, readManifest(from)))
      deps.tell(`${code}: ${message}`);
    adoptRecord(deps.record.folder, load(from, FILES.record));
    const { folder } = deps.record;
    deps.record.open = openJournal({ folder, station: deps.station, clock: deps.clock });
  }
  const { entries, head } = deps.record.open;
  const state = fold(entries);
  refuse(mayRun(state, deps.script, "take-over", deps.station));
  const step = nextStep(state, deps.script);
  if (step === null) throw fault("E-STATE");
  const from = deps.station === "offline" ? "connected" : "offline";
  record(deps, { type: "taken-over", by: step.by, data: { step: step.id, from, head } });
  return currentView(deps);
}
