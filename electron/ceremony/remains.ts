// What an aborted ceremony leaves behind: each object, why, what must be done with it, and by whom.
import { isOf, type Script } from "../../ceremony-scripts/index.ts";
import type { Remain } from "./entries/abort.ts";
import { officerOf } from "./entries/forms.ts";
import type { State } from "./state.ts";
import { openObjects, withLeft } from "./recess.ts";
import { seatsOf } from "./rules.ts";

/**
 * Computed from the state alone. Keys that no HSM can know yet are destroyed; once a download began
 * they may be the only keys to an active HSM, and are stored.
 */
export const remainsOf = (state: State, script: Script): readonly Remain[] => [
  ...ofKeys(state),
  ...ofShared(state),
  ...ofOpened(state, script),
  ...ofBlob(state),
  ...ofShares(state),
  ...ofReader(state),
  ofHsm(state),
];

const all = (objects: readonly string[], rest: Omit<Remain, "object">): readonly Remain[] =>
  objects.map((object) => ({ object, ...rest }));

function ofKeys(state: State): readonly Remain[] {
  const deed = state.download === "none" ? "destroy" : "seal";
  return seatsOf(state.opened?.officers ?? 0).flatMap((seat) => {
    const by = officerOf(seat);
    const { making = null, made = null } = state.officers[by] ?? {};
    if (making === null && made === null) return [];
    const because = made === null ? "key-perhaps" : "key-made";
    const media = all([`officer-${seat}`, `officer-${seat}-backup`], { because, deed, by });
    return made === null
      ? media
      : [...media, ...all([`envelope-${seat}`], { because: "passphrase", deed, by })];
  });
}

/** The two media of the domain, in a ceremony that downloads it; else what was copied to one. */
function ofShared(state: State): readonly Remain[] {
  const by = "administrator";
  const both = ["transfer", "domain-copy"];
  if (state.domain !== null) return all(both, { because: "domain", deed: "seal", by });
  if (state.download !== "none") return all(both, { because: "domain-perhaps", deed: "seal", by });
  if (state.exported.length === 0) return [];
  return all(["transfer"], { because: "certificates", deed: "erase", by });
}

/** What came in a bag of an earlier ceremony goes into a new one. */
function ofOpened(state: State, script: Script): readonly Remain[] {
  const open = openObjects(state, script);
  const group = withLeft(state, script);
  return script.materials
    .filter(
      ({ name, comesSealed, comesFound, seat, whose }) =>
        (comesSealed || comesFound)
        && (seat === undefined || isOf(whose, seat, group))
        && open.includes(name),
    )
    .map(({ name, of }) => ({ object: name, because: "opened", deed: "seal", by: of }));
}

function ofBlob({ blob, upload }: State): readonly Remain[] {
  const because = upload === "none" ? "blob-made" : "blob-sent";
  return blob === null ? [] : all(["blob"], { because, deed: "erase", by: "administrator" });
}

/** Opened shares ended with their process: nothing to do, but someone will ask. */
function ofShares({ proof, blob }: State): readonly Remain[] {
  if (proof === null && blob === null) return [];
  return all(["shares"], { because: "shares-gone", deed: "none", by: "administrator" });
}

/** The role for listing keys was only for this ceremony. */
function ofReader({ recovery: { reader } }: State): readonly Remain[] {
  if (reader === null) return [];
  return all(["role-assignment"], { because: "key-reader", deed: "delete", by: "administrator" });
}

function ofHsm({ download, upload, opened }: State): Remain {
  const hsm = { object: "hsm", by: "administrator" };
  // If keys are only replaced, the HSM is in use: it was active before, and stays so.
  const isInUse = opened?.renewed !== undefined;
  if (isInUse) return { ...hsm, because: "hsm-untouched", deed: "none" };
  if (download === "ended" || upload === "ended")
    return { ...hsm, because: "hsm-active", deed: "delete" };
  if (download === "none" && upload === "none")
    return { ...hsm, because: "hsm-untouched", deed: "none" };
  return { ...hsm, because: "hsm-perhaps", deed: "ask" };
}
