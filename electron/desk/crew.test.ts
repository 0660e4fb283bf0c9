// What the simulated crew does where the desk itself cannot say what the state is.
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
