// Which media the current step requires, and whether they are inserted.
import { isFault } from "../../crypto/index.ts";
import { kindOf, type Script, type Step } from "../../ceremony-scripts/index.ts";
import { officerOf, presentSeats, rolesIn, seatsOf, type State } from "../ceremony/ceremony.ts";
import type { MediumView } from "../bridge/view.ts";
import type { MediaSource, Medium } from "../media/media.ts";
import { MEDIA, type Deps } from "../usecases/deps.ts";

/** Labels of the media that a step's kind and its script require: officers' first. */
export function requiredMedia(step: Step | null, script: Script, state: State): readonly string[] {
  if (step === null) return [];
  const { action, seat, requires } = step;
  const own = seat === undefined ? presentSeats(script, rolesIn(state)) : [seat];
  const { requires: ofKind, ensures } = kindOf(action.kind);
  // The proof also opens the backups of what was made in this ceremony.
  const backups = ensures.includes("quorum-proven") ? ["in officer-{made}-backup"] : [];
  const labels = [...ofKind, ...backups, ...requires.map(({ text }) => text)]
    .flatMap((text) => /^in (.+)$/.exec(text)?.[1] ?? [])
    .map((label) => label.replace("{copy}", action.copy ?? MEDIA.transfer))
    .flatMap((label) => filledIn(label, "{officer}", own))
    .flatMap((label) => filledIn(label, "{every}", seatsOf(script.officers)))
    .flatMap((label) => filledIn(label, "{made}", madeSeats(script, state)));
  const shared = [MEDIA.transfer, MEDIA.domainCopy] as const;
  const isShared = (label: string): boolean => shared.some((one) => one === label);
  return [
    ...new Set(labels.filter((label) => !isShared(label))),
    ...shared.filter((label) => labels.includes(label)),
  ];
}

/** Whose keys were made in this ceremony. */
const madeSeats = (script: Script, { officers }: State): readonly number[] =>
  seatsOf(script.officers).filter((seat) => officers[officerOf(seat)]?.made != null);

const filledIn = (label: string, mark: string, seats: readonly number[]): readonly string[] =>
  label.includes(mark) ? seats.map((seat) => label.replace(mark, String(seat))) : [label];

/**
 * Each medium at this station: inserted, missing, or wrong, which means another than the record
 * knows, or of the other mode.
 */
export const lookAtMedia = (
  { media, mode }: Pick<Deps, "media" | "mode">,
  labels: readonly string[],
  state: State,
): readonly MediumView[] =>
  labels.map((label) => {
    const found = tryToFind(media, label);
    if (found === "missing" || found === "wrong") return { label, state: found };
    const known = state.media[label] ?? found.id;
    return { label, state: found.id === known && found.mode === mode ? "in" : "wrong" };
  });

function tryToFind(media: MediaSource, label: string): Medium | "missing" | "wrong" {
  try {
    return media.find(label);
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code === "E-MEDIA-MISSING" ? "missing" : "wrong";
  }
}
