// The scripts that the window runs: those that come with the app.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import {
  BUILT_IN,
  pathOf,
  readScript,
  titleOf,
  versionOf,
  withCounts,
  type Counts,
  type Script,
  type Step,
} from "../../ceremony-scripts/index.ts";
import type { CeremonyName, OpeningView } from "../bridge/view.ts";
import { spoken } from "../text/from-script.ts";
import { countsOf, routeOf, INITIAL, type State } from "../ceremony/ceremony.ts";

const read = new Map<CeremonyName, Script>();

/** A current built-in script; read once, because a view is made at every change. */
export function scriptOf(name: CeremonyName): Script {
  const known = read.get(name);
  if (known !== undefined) return known;
  const text = BUILT_IN.get(name) ?? "";
  const script = readScript(text, sha256Hex(utf8(text)));
  read.set(name, script);
  return script;
}

/** The same with these numbers of officers, if they are chosen. */
export const scriptWith = (name: CeremonyName, counts: Counts): Script =>
  withCounts(scriptOf(name), counts);

/** The version of a script that this ceremony was opened with; today's before it is opened. */
const scriptIn = (name: CeremonyName, { opened }: State): Script =>
  opened === null
    ? scriptOf(name)
    : withCounts(versionOf(scriptOf(name), opened.scriptSha256), countsOf(opened));

/** The steps of a ceremony's way, as far as it is decided, and then as it is likely to continue. */
export function likelySteps(name: CeremonyName, state: State): readonly Step[] {
  const script = scriptIn(name, state);
  return pathOf(script, routeOf(state, script), true);
}

/** The minutes that a script plans, all steps of its likely way together. */
export const minutesOf = (script: Script): number =>
  pathOf(script, routeOf(INITIAL, script), true).reduce((sum, { minutes }) => sum + minutes, 0);

/** The first step, which is shown before there is a record. */
export function openingOf({ steps: [first] }: Script): OpeningView {
  if (first === undefined) throw new Error("a script without steps");
  const { say, station, minutes } = first;
  return { title: titleOf(first), say: spoken(say), station, minutes };
}
