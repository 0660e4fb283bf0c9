// What the simulated people photograph: the bag of an officer's own medium, once its number was read.
import { kindOf, type Step } from "../../ceremony-scripts/index.ts";
import { numbersRead, type Seal, type State } from "../ceremony/ceremony.ts";
import type { Deps } from "../usecases/deps.ts";
import { photographSeals } from "../usecases/photograph-seals.ts";
import { stateOf } from "../usecases/turn.ts";
import { newPhotographs, readPhotographs } from "../session/photographs.ts";

/** The bags to photograph after this step: none if it reads or records no numbers. */
export function bagsToPhotograph({ action }: Step, state: State): readonly Seal[] {
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

/** Records what is new in a folder with pictures. @throws Fault E-PHOTO-* */
export function recordFrom(deps: Deps, folder: string): void {
  const fresh = newPhotographs(stateOf(deps), readPhotographs(folder));
  if (fresh.length > 0) photographSeals(deps, fresh);
}
