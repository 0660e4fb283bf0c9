// What the simulated people photograph: the bag of an officer's own medium, once its number was read.
import { kindOf, type Step } from "../../ceremony-scripts/index.ts";
import { numbersRead, type Seal, type State } from "../ceremony/ceremony.ts";
import type { Deps } from "../usecases/deps.ts";
import { photographSeals } from "../usecases/photograph-seals.ts";
import { stateOf } from "../usecases/turn.ts";
import type { AskedStep } from "./rehearsed-step.ts";
import { newPhotographs, readPhotographs } from "../session/photographs.ts";

/** The bags to photograph after this step: none if it reads or records no numbers. */
function bagsToPhotograph({ action }: Step, state: State): readonly Seal[] {
  const { readsSeals, takesCustody } = kindOf(action.kind);
  if (readsSeals === null && !takesCustody) return [];
  return numbersRead(state).filter(
    ({ object, seal }) =>
      /^officer-\d+ medium$/.test(object)
      && !(state.standing.photographs ?? []).some(
        (one) => one.object === object && one.seal === seal && one.at >= state.standing.last.at,
      ),
  );
}

/** After these bags were read they photograph some, and bring the folder with the pictures. */
export async function photographBags(
  { step, people }: AskedStep,
  state: State,
  bring: (folder: string) => unknown,
): Promise<void> {
  const bags = bagsToPhotograph(step, state);
  if (bags.length > 0) await bring(await people.photograph({ bags }));
}

/** Records what is new in a folder with pictures. @throws Fault E-PHOTO-* */
export function recordFrom(deps: Deps, folder: string): void {
  const fresh = newPhotographs(stateOf(deps), readPhotographs(folder));
  if (fresh.length > 0) photographSeals(deps, fresh);
}
