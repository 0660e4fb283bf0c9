// "Show me": the simulated crew holds a real rehearsal, as fast as it can; what is shown of it are its
// moments, at the pace of people. They are kept until the app ends, so that a show can be left and
// continued.
import { create } from "zustand";
import type { CeremonyName, WindowView } from "../../electron/bridge/view.ts";
import { ask } from "./action.ts";
import { onView } from "./ceremony.ts";
import { momentsOf, type MomentName } from "./moments.ts";

/** A moment, and the window as it was then. */
export interface Taken {
  readonly moment: MomentName;
  readonly view: WindowView;
}

export const SPEEDS = [0.5, 0.75, 1, 1.5, 2] as const;

interface Show {
  /** The ceremony that is shown, or null. */
  readonly of: CeremonyName | null;
  readonly isOn: boolean;
  readonly taken: readonly Taken[];
  readonly at: number;
  readonly isPaused: boolean;
  readonly speed: (typeof SPEEDS)[number];
}

const NONE: Show = { of: null, isOn: false, taken: [], at: 0, isPaused: false, speed: 1 };
const useStore = create<Show>(() => NONE);

export const useShow = (): Show => useStore();

/** From now on each moment of a show is kept as it comes, also one that is never drawn. */
export const keepMoments = (): void => onView(keep);

/** Keeps what a view shows for the first time, while the crew acts. */
function keep(view: WindowView): void {
  const { of, isOn, taken } = useStore.getState();
  if (!isOn || view.open !== of) return;
  // What was kept of a rehearsal that was discarded meanwhile is not of this one.
  const isNew = view.ceremony?.ledger.length === 0 && taken.length > 1;
  const before = isNew ? [] : taken;
  const fresh = momentsOf(
    view,
    before.map(({ moment }) => moment),
  );
  if (fresh.length === 0) return;
  // What the crew does now is said by the captions.
  const shown = { ...view, crew: null };
  useStore.setState({
    taken: [...before, ...fresh.map((moment) => ({ moment, view: shown }))],
    ...(isNew ? { at: 0 } : {}),
  });
}

/** Begins a show, or continues the one that was left, where it was left. */
export async function show(ceremony: CeremonyName): Promise<void> {
  const before = useStore.getState();
  const isLeft = before.of === ceremony && before.taken.every(({ moment }) => moment !== "end");
  useStore.setState(isLeft ? { isOn: true } : { ...NONE, of: ceremony, isOn: true });
  const example = ceremony !== "activation";
  const began = await ask("begin", { ceremony, on: "folders", ...(example ? { example } : {}) });
  if (began) await ask("crew", { seats: [], to: "end", pace: "fast" });
  else leaveShow();
}

/** What is live is shown again: the crew stops, but what it has done is done. */
export function leaveShow(): void {
  useStore.setState({ isOn: false });
}

/** To the moment before or after; nowhere else. */
export function turn(by: -1 | 1): void {
  const { at, taken } = useStore.getState();
  useStore.setState({ at: Math.min(Math.max(0, at + by), Math.max(0, taken.length - 1)) });
}

/** Stops at a moment, or continues. */
export const pauseShow = (): void => useStore.setState(({ isPaused }) => ({ isPaused: !isPaused }));

/** Faster or slower, as far as there is a speed. */
export function speedUp(by: -1 | 1): void {
  const { speed } = useStore.getState();
  useStore.setState({ speed: SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed });
}
