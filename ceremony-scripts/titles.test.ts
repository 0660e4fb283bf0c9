// Every kind of step has one name.
import { expect, test } from "vitest";
import { BUILT_IN } from "./built-in.ts";
import { KINDS, type KindName } from "./kinds.ts";
import { readScript } from "./schema.ts";
import type { Step } from "./steps.ts";
import { saidIn } from "../electron/text/text.ts";
import { titleOf } from "./titles.ts";

const inEnglish = (step: Step): string => saidIn("en", titleOf(step));

const step = (kind: KindName, station: "offline" | "connected", more: object): Step =>
  ({ id: "a-step-2", seat: 2, station, action: { kind, ...more } }) as unknown as Step;

test.each(Object.keys(KINDS) as KindName[])("the kind %s has a name, wherever it is", (kind) => {
  for (const station of ["offline", "connected"] as const)
    for (const what of ["domain", "exchange-key"])
      for (const copy of ["transfer", "domain-copy"]) {
        const title = inEnglish(step(kind, station, { what, copy, to: "offline" }));
        expect(title).toMatch(/^[A-Z][A-Za-z0-9 ’]+$/);
        expect(title).not.toMatch(/null|undefined/);
      }
});

test("a name says whose step it is, and where it leads", () => {
  expect(inEnglish(step("make-key", "offline", {}))).toBe("Make the key of officer 2");
  expect(inEnglish(step("hand-over", "offline", { to: "connected" }))).toBe(
    "Carry the record to the connected station",
  );
});

test("a choice of our scripts says what is decided, and never how to continue alone", () => {
  const choices = [...BUILT_IN.values()]
    .flatMap((text) => readScript(text, "").steps)
    .filter(({ action }) => action.kind === "choose");
  const names = new Set(choices.map(inEnglish));
  expect(choices.length).toBeGreaterThan(0);
  expect([...names].filter((name) => !/^Decide (whether|how far|what) /.test(name))).toEqual([]);
  // Each decision has a name of its own; two scripts ask some of them.
  const asked = choices.map(({ id, seat }) => `${id} ${String(seat)}`);
  expect(names.size).toBe(new Set(asked).size);
});

test("a choice of another script is named by its kind", () => {
  expect(inEnglish(step("choose", "offline", {}))).toBe("Choose how to continue");
});
