// What the app does to the media of a rehearsal for a trial, and how it restores them.
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { random } from "../../crypto/index.ts";
import type { Step } from "../../ceremony-scripts/index.ts";
import { keyNamesOf, knownOf, type State } from "../ceremony/ceremony.ts";
import { makeFolder, replace, syncFolder, writeNew } from "../disk/disk.ts";
import { prepareMedium } from "../media/media.ts";
import { FILES, MEDIA } from "../usecases/deps.ts";
import type { PlannedTrial } from "./trial-plan.ts";
import { removeFile, removeTree } from "../disk/remove.ts";

/** The folder of the media, and where replaced things are stored meanwhile. */
export interface TrialMedia {
  readonly media: string;
  readonly aside: string;
}

/** Applies the trial; does nothing if it concerns no medium. It can be repeated. */
export function applyTrial(
  where: TrialMedia,
  { trial, seat }: PlannedTrial,
  step: Step,
  state: State,
): void {
  if (trial === "wrong-stick") putWrongStick(where, stickOf(step, seat));
  if (trial === "swapped-certificate") swapCertificate(where, step, seat, state);
  if (trial === "changed-domain")
    change(where, copyOf(step), domainOn(where, copyOf(step), state), altered);
}

/** Restores the right stick and files, wherever something was changed. */
export function putBack({ media, aside }: TrialMedia): void {
  if (!existsSync(aside)) return;
  for (const entry of readdirSync(aside, { withFileTypes: true })) {
    const kept = join(aside, entry.name);
    if (entry.isDirectory()) {
      removeTree(join(media, entry.name));
      renameSync(kept, join(media, entry.name));
    } else {
      const [label = "", name = ""] = entry.name.split(BETWEEN);
      replace(join(media, label), name, new Uint8Array(readFileSync(kept)));
      removeFile(kept);
    }
  }
  syncFolder(aside);
  syncFolder(media);
}

/** Between label and name of a stored file; no name on a medium may contain it. */
const BETWEEN = "@";

/** Changes one character in the middle. */
export function altered(bytes: Uint8Array): Uint8Array {
  const changed = bytes.slice();
  const at = Math.floor(changed.length / 2);
  const [a, b] = ["A".charCodeAt(0), "B".charCodeAt(0)];
  changed[at] = changed[at] === a ? b : a;
  return changed;
}

/** The stick that this step reads. */
function stickOf({ action, station, seat: own }: Step, seat: number): string {
  if (action.kind === "rehash-copy") return action.copy ?? MEDIA.transfer;
  const isShared =
    action.kind === "match-domain"
    || action.kind === "compare-exchange-key"
    || station === "connected";
  return isShared ? MEDIA.transfer : MEDIA.own(own ?? seat);
}

const copyOf = ({ action }: Step): string => action.copy ?? MEDIA.transfer;

/** The file that the record knows; before it knows one, the existing one. */
const domainOn = ({ media }: TrialMedia, label: string, state: State): string =>
  state.domain?.files[0]?.name
  ?? knownOf(state)?.domainFile
  ?? readdirSync(join(media, label)).find((name) => name.endsWith("-SD.json"))
  ?? "";

/** Another empty stick of the same label; the right one is stored aside. */
function putWrongStick({ media, aside }: TrialMedia, label: string): void {
  makeFolder(aside);
  if (!existsSync(join(aside, label))) renameSync(join(media, label), join(aside, label));
  prepareMedium(media, label, "REHEARSAL", random);
}

function swapCertificate(where: TrialMedia, step: Step, picked: number, state: State): void {
  const seat = step.seat ?? picked;
  const label = stickOf(step, seat);
  const other = seat === 1 ? 2 : 1;
  const nameOf = (of: number): string => FILES.certificateNamed(keyNamesOf(state, of).key);
  const its = join(where.media, MEDIA.own(other), nameOf(other));
  change(where, label, nameOf(seat), () => new Uint8Array(readFileSync(its)));
}

/** Changes the content of a file; the right one is stored aside. */
function change(
  { media, aside }: TrialMedia,
  label: string,
  name: string,
  by: (bytes: Uint8Array) => Uint8Array,
): void {
  makeFolder(aside);
  writeNew(
    aside,
    `${label}${BETWEEN}${name}`,
    new Uint8Array(readFileSync(join(media, label, name))),
  );
  const right = new Uint8Array(readFileSync(join(aside, `${label}${BETWEEN}${name}`)));
  replace(join(media, label), name, by(right));
}
