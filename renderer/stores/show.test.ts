// "Show me": what it keeps of the crew's rehearsal, and how it is turned, left and continued.
import { beforeAll, expect, it, onTestFinished, vi } from "vitest";
import type * as Zustand from "zustand";
import type { WindowView } from "../../electron/bridge/view.ts";
import { replaceView } from "./ceremony.ts";
import { keepMoments, leaveShow, pauseShow, show, SPEEDS, speedUp, turn, useShow } from "./show.ts";

vi.mock("zustand", async (original) => {
  const { createStore } = await original<typeof Zustand>();
  // Outside a component a store's hook is its state.
  return {
    create: (init: never) => {
      const store = createStore(init);
      return Object.assign(() => store.getState(), store);
    },
  };
});

beforeAll(keepMoments);

let revision = 0;
const ceremony = (kind: string, ledger: readonly object[]) => ({
  step: { id: kind, action: { kind } },
  isPerformed: false,
  closed: false,
  ledger,
});
/** A view of an open activation. */
const viewOf = (kind: string, change: object = {}, ledger: readonly object[] = [{}]): WindowView =>
  ({
    ...{ revision: ++revision, language: "en", open: "activation", refusal: null },
    ...{ resumption: null, activity: { kind: "idle" }, crew: { to: "end" } },
    ceremony: ceremony(kind, ledger),
    ...change,
  }) as unknown as WindowView;
const calling = { activity: { kind: "calling", seat: 1 } };

/** A main that opens an activation, and what it was asked. */
function main() {
  const asked: [string, object][] = [];
  const answer = (method: string, view: () => WindowView) => (request: object) => {
    asked.push([method, request]);
    return Promise.resolve({ ok: view() });
  };
  vi.stubGlobal("window", {
    ceremony: {
      begin: answer("begin", () => viewOf("open", {}, [])),
      crew: answer("crew", () => viewOf("open", {}, [])),
    },
  });
  onTestFinished(() => {
    leaveShow();
    vi.unstubAllGlobals();
  });
  return asked;
}
const shown = () => useShow().taken.map(({ moment }) => moment);

it("lets the crew act as fast as it can, and keeps each moment once, as it was", async () => {
  const asked = main();
  await show("activation");
  expect(asked).toEqual([
    ["begin", { ceremony: "activation", on: "folders" }],
    ["crew", { seats: [], to: "end", pace: "fast" }],
  ]);
  const call = viewOf("make-key", calling);
  replaceView(call);
  replaceView(viewOf("make-key", calling));
  replaceView(viewOf("confirm-thumbprint"));
  expect(shown()).toEqual(["open", "call"]);
  expect(useShow().taken[1]?.view).toEqual({ ...call, crew: null });
});

it("turns only to what there is, and pauses, and has five speeds", async () => {
  main();
  await show("activation");
  replaceView(viewOf("make-key", calling));
  for (const [by, at] of [
    [-1, 0],
    [1, 1],
    [1, 1],
    [-1, 0],
  ] as const) {
    turn(by);
    expect(useShow().at).toBe(at);
  }
  pauseShow();
  expect(useShow().isPaused).toBe(true);
  pauseShow();
  const speeds = Array.from({ length: 7 }, () => (speedUp(-1), useShow().speed));
  expect(speeds.at(-1)).toBe(SPEEDS[0]);
  for (const _ of SPEEDS) speedUp(1);
  expect(useShow().speed).toBe(SPEEDS.at(-1));
});

it("is continued where it was left, unless its rehearsal is another one by then", async () => {
  main();
  await show("activation");
  replaceView(viewOf("make-key", calling));
  replaceView(viewOf("make-key", { activity: { kind: "typing", seat: 1 } }));
  turn(1);
  leaveShow();
  // What people do themselves is no part of it.
  replaceView(viewOf("record-custody"));
  vi.stubGlobal("window", {
    ceremony: {
      begin: async () => ({ ok: viewOf("make-key", { resumption: {} }) }),
      crew: async () => ({ ok: viewOf("make-key") }),
    },
  });
  await show("activation");
  expect([useShow().at, shown()]).toEqual([1, ["open", "call", "type"]]);
  main();
  await show("activation");
  expect([useShow().at, shown()]).toEqual([0, ["open"]]);
});
