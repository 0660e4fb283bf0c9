// Hands the record to the other station: this station's right to append ends with the last entry.
import { isFault } from "../../crypto/index.ts";
import {
  fault, fold, view, type CeremonyView, type FileOnMedium, type State,
} from "../ceremony/ceremony.ts";
import {
  judgeNoSecrets, readManifest, replaceFile, writeManifest, type Medium, type Written,
} from "../media/media.ts";
import { readRecord } from "../journal/journal.ts";
import { FILES, MEDIA, type Deps } from "./deps.ts";
import { begin, headWords, medium, record } from "./turn.ts";

/**
 * Appends `handed-over`, closes this station's record, and puts a copy on the transfer medium.
 * @throws Fault E-STATE*, E-MEDIA-*, E-MEDIA-SECRET
 */
export function handOver(deps: Deps): CeremonyView {
  const turn = begin(deps, "hand-over");
  judgeNoSecrets(medium(deps, MEDIA.transfer));
  const to = turn.step.action.to ?? "connected";
  record(deps, { type: "handed-over", by: "administrator", data: { step: turn.step.id, to } });
  turn.journal.close();
  deps.record.open = null;
  return carryRecord(deps);
}

/**
 * Puts this station's copy of a handed-over record on the transfer medium, again if need be: a lost
 * medium, or a crash after the last entry, costs nothing.
 * @throws Fault E-STATE when the record was not handed over from here; E-MEDIA-*
 */
export function carryRecord(deps: Deps): CeremonyView {
  const copy = readRecord(deps.record.folder);
  const state = copy === null ? null : fold(copy.entries);
  if (copy === null || state?.opened == null || state.handedTo === null) throw fault("E-STATE");
  const to = medium(deps, MEDIA.transfer);
  const carried = replaceFile(to, FILES.record, copy.bytes);
  const files = new Map([...namedBefore(to), ...recorded(state), carried]
    .map(({ name, size, sha256 }) => [name, { name, size, sha256 }]));
  const { ceremony, hsm } = state.opened;
  const { mode } = deps;
  writeManifest(to, { ceremony, hsm, head: copy.head, mode, files: [...files.values()] });
  return view(state, deps.script, copy.entries, copy.head, headWords(copy.head));
}

/** What lies on the transfer medium by this record. */
function recorded(state: State): readonly FileOnMedium[] {
  const all = [
    ...state.exported,
    ...(state.answer?.files ?? []),
    ...(state.domain?.files ?? []),
    ...(state.exchange?.files ?? []),
    ...(state.blob?.files ?? []),
  ];
  return all.filter(({ label }) => label === MEDIA.transfer);
}

/** What the medium's manifest named before, of this ceremony or an earlier one; none is fine. */
function namedBefore(on: Medium): readonly Written[] {
  try {
    return readManifest(on).files;
  } catch (error) {
    if (isFault(error)) return [];
    throw error;
  }
}
