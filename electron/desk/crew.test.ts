// What the simulated crew does where the desk itself cannot say what the state is.
import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import type { WindowView } from "../bridge/view.ts";
import { Crew, type Pressed } from "./crew.ts";
import { fault } from "./faults.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

it("stops and says why, if it cannot see what there is to do", async () => {
  const views = [{ ceremony: null } as WindowView];
  const look: Pressed["look"] = async () => {
    const view = views.shift();
    if (view === undefined) throw fault("E-DESK-DAMAGED");
    return view;
  };
  let told = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (told = resolve));
  const options = {
    people: () => Promise.reject(new Error("Nobody is asked.")),
    type: async () => false,
    crewPace: 0,
  };
  const crew = new Crew({ look } as Pressed, options, () => told());
  await crew.sitDown({ step: { id: "key-1" } } as OpenCeremony);
  await crew.want({ seats: ["officer-1"], to: "", pace: "watch" });
  await stopped;
  expect(crew.view).toMatchObject({ seats: [], fault: { code: "E-DESK-DAMAGED" } });
});

/** A crew that sees these views, one after the other, and is asked to act. */
async function crewThatSees(
  steps: readonly string[],
  want: { readonly seats: readonly string[]; readonly to: string },
) {
  const done: string[] = [];
  let at = 0;
  let revision = 1;
  const viewNow = (): WindowView => {
    const id = steps[at] ?? "";
    const step = {
      ...{ id, act: "Keys", by: "officer-1", confirm: "witness" },
      action: { kind: "export-certificates" },
    };
    const isPerformed = id !== want.to;
    const ceremony = { step, people: [], isPerformed, recess: null, closed: id === "" };
    return {
      ...{ revision, resumption: null, refusal: null, incident: null, away: null },
      ceremony: { ...ceremony, abortDecided: false, aborted: null },
      activity: { kind: "idle" },
    } as unknown as WindowView;
  };
  const desk = {
    look: async () => viewNow(),
    confirm: async ({ step }: { readonly step: string }) => {
      done.push(step);
      at += 1;
      revision += 1;
      return viewNow();
    },
  };
  const options = {
    people: () => Promise.reject(new Error("Nobody is asked.")),
    type: async () => false,
    crewPace: 0,
  };
  const crew = new Crew(desk as unknown as Pressed, options, () => undefined);
  await crew.sitDown({ step: { id: steps[0] } } as OpenCeremony);
  await crew.want({ seats: [...want.seats], to: want.to, pace: "fast" });
  return { crew, done };
}

const ALL = ["administrator", "witness", "officer-1", "officer-2", "officer-3"];

it("leaves the step that was named to people, whichever seats it was given", async () => {
  for (const seats of [[], ["witness"], ALL]) {
    const { crew, done } = await crewThatSees(["one", "two", "three"], { seats, to: "two" });
    await expect.poll(() => crew.view?.to).toBe("");
    await setImmediate();
    expect([done, crew.view?.seats]).toEqual([["one"], []]);
    await crew.sitDown(null);
  }
});

it("keeps its own seats beyond a step that it ended for everyone", async () => {
  const { crew, done } = await crewThatSees(["one", "two"], { seats: ["witness"], to: "step" });
  await expect.poll(() => done).toEqual(["one", "two"]);
  expect(crew.view).toMatchObject({ seats: ["witness"], to: "" });
  await crew.sitDown(null);
});
