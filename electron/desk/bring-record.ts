// Brings a closed record from another computer, for ceremonies to continue: only one that is known
// to be what people closed.
import { join } from "node:path";
import { checkContinuation, fold } from "../ceremony/ceremony.ts";
import { adoptRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import { unfinishedIn } from "./unfinished.ts";
import { scriptOfBundle } from "../session/bundle-folder.ts";
import { keepScript } from "../session/script-kept.ts";
import { among, keepContinued, keepTyped } from "../session/chain.ts";
import { markDelivered } from "../session/deliver.ts";
import {
  deliveredMarker,
  hiddenIn,
  makeFolder,
  stationFolder,
  type CeremonyFolder,
} from "../session/folders.ts";
import type { ChosenRecord } from "./audit.ts";
import { entriesOf, nameOf, newFolder, scriptsUnder, storedCeremonies } from "./ceremony-store.ts";
import { fault } from "./faults.ts";

/**
 * Stores it in a folder of its own, without its evidence. It continues a record that is here, as
 * that one ended, and officers for whom it vouches signed it; or its own head was typed from paper.
 * It is never accepted with a signer for whom it does not vouch, nor if it does not mean what it
 * says.
 * @param root the folder of all records held in earnest
 * @param typed the words or digits of its head from paper, or ""
 * @param bundle its bundle, if any
 * @throws Fault E-POST-BRING, E-BRING-SIGNER, E-BRING-HEAD, E-EARLIER-DIFFERS, E-LOG-*,
 * E-HEAD-FORM, E-MEAN-*, E-NOT-A-CEREMONY, E-REHEARSE-FOLDER
 */
export function bringRecord(
  root: string,
  bytes: Uint8Array,
  typed: string,
  bundle: ChosenRecord["bundle"] = null,
): void {
  const verdict = verifyRecord(bytes);
  const { entries, head, closed, closedBy, unvouched } = verdict;
  const { opened, aborted } = fold(entries);
  const all = storedCeremonies(root);
  const script = opened?.script ?? "";
  const isHere = all.some((one) => one.entries.at(-1)?.hash === head);
  const isWhole = closed && aborted === null && opened?.mode === "PRODUCTION";
  // Nothing may come between an unfinished ceremony and its end.
  const mayCome = !isHere && unfinishedIn(all) === undefined;
  if (!isWhole || !mayCome || nameOf(script) === null) throw fault("E-POST-BRING");
  if (unvouched.length > 0) throw fault("E-BRING-SIGNER");
  const { kind } = checkContinuation(verdict, among(entriesOf(all)));
  const isTyped = typed.trim() !== "";
  if (!isTyped && (closedBy !== "signatures" || kind !== "as-left")) throw fault("E-BRING-HEAD");
  // What vouches for it vouches for its script too, so the script in its own bundle may be used.
  const { scriptSha256: named } = opened;
  const own = scriptsUnder(root)(named) ?? scriptOfBundle(bundle, named);
  rely(verdict, { head: isTyped ? typed : null, own });
  const ceremony: CeremonyFolder = {
    number: 1,
    script,
    folder: join(hiddenIn(newFolder(root)), `1-${script}`),
  };
  makeFolder(ceremony.folder);
  if (own !== null) keepScript(ceremony, own, named);
  // The marks are written before the record: a mark without its record means nothing.
  if (kind === "as-left") keepContinued(ceremony.folder, head);
  if (isTyped) keepTyped(ceremony.folder, head);
  makeFolder(stationFolder(ceremony, "offline"));
  adoptRecord(stationFolder(ceremony, "offline"), bytes);
  markDelivered(deliveredMarker(ceremony));
}
