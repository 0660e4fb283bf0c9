// Nothing is missing: every kind of step, wait and ceremony is recorded, and so shown here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT_IN, CEREMONIES, readScript } from "../../ceremony-scripts/index.ts";
import { KINDS } from "../../ceremony-scripts/kinds.ts";
import { momentsIn, momentsOf } from "../../renderer/stores/moments.ts";
import type { LongWork } from "../../electron/usecases/deps.ts";
import { ROOT } from "../bundle.fixture.ts";
import { CONFIRMED_BY_MORE } from "./recording.fixture.ts";
import { RECORDINGS } from "./recordings.fixture.ts";
import { expect, test } from "./screen.fixture.ts";

/** Kinds that no recording can have: no script that comes with the app has such a step. */
const scripts = [...BUILT_IN.values()].flatMap((text) => readScript(text, "").steps);
const MISSING = Object.keys(KINDS).filter((kind) =>
  scripts.every(({ action }) => action.kind !== kind),
);

const WAITS: Readonly<Record<LongWork, true>> = {
  activation: true,
  "domain-restore": true,
  backup: true,
  "restore-wait": true,
  restore: true,
  role: true,
};

const views = [...RECORDINGS.values()].map(({ view }) => view);

test("every kind of step is shown before it is performed, and for its confirmation", () => {
  const shown = (isPerformed: boolean) =>
    new Set(
      views.flatMap(({ ceremony }) =>
        ceremony?.step != null && ceremony.isPerformed === isPerformed
          ? [ceremony.step.action.kind]
          : [],
      ),
    );
  // What ends a ceremony is confirmed by the signatures themselves.
  const ends = Object.entries(KINDS).flatMap(([name, kind]) => (kind.ends ? [name] : []));
  const lacking = (isPerformed: boolean) =>
    Object.keys(KINDS).filter((kind) => ![...shown(isPerformed)].some((one) => one === kind));
  expect(lacking(false)).toEqual(MISSING);
  expect(lacking(true).sort()).toEqual([...MISSING, ...ends].sort());
});

test("every ceremony is shown from its opening to its end", () => {
  for (const phase of ["beginning", "end"])
    expect(
      CEREMONIES.filter(
        (name) =>
          !views.some(
            ({ open, ceremony }) =>
              open === name && (phase === "end" ? ceremony?.closed === true : ceremony !== null),
          ),
      ),
      phase,
    ).toEqual([]);
});

test("everything that is waited for is shown while it is", () => {
  const shown = views.flatMap(({ activity }) =>
    activity.kind === "working" && activity.waiting !== null ? [activity.waiting.what] : [],
  );
  expect([...new Set(shown)].sort()).toEqual(Object.keys(WAITS).sort());
});

test("every kind that shows more for its confirmation is checked by itself", () => {
  const rows = readFileSync(join(ROOT, "renderer", "steps", "steps.ts"), "utf8").split(
    /^  (?=\S)/m,
  );
  const more = rows.filter((row) => /\bConfirm: /.test(row));
  expect(more.map((row) => /^"?([a-z-]+)/.exec(row)?.[1])).toEqual(CONFIRMED_BY_MORE);
});

test("every moment of a show is one of its ceremony, and comes", () => {
  for (const ceremony of ["activation", "recovery"] as const) {
    const shown = views.filter(({ open }) => open === ceremony);
    const come = new Set(shown.flatMap((view) => momentsOf(view, [])));
    expect([...come].sort()).toEqual([...momentsIn(ceremony)].sort());
  }
});
