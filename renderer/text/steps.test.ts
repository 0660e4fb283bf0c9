// Every kind of step, every part of one and every long operation has its words.
import { expect, test } from "vitest";
import { KINDS, type KindName } from "../../ceremony-scripts/kinds.ts";
import type { Task } from "../../ceremony-scripts/kind.ts";
import { HEARING } from "./hearing.ts";
import { forSeat, STEPS } from "./steps.ts";
import { TASKS, taskSentence } from "./tasks.ts";
import { stepHeading, stepTitle, type StopView } from "./titles.ts";
import { WAITING } from "./waiting.ts";

const kinds = Object.keys(KINDS) as KindName[];

const COPIES = { "domain": "transfer", "exchange-key": "domain-copy" } as const;

const stopsOf = (kind: KindName): readonly StopView[] => {
  const stop = { id: kind, kind, minutes: 1, beganAt: null, doneAt: null, seat: 10 } as const;
  const stations = ["offline", "connected"] as const;
  return stations.flatMap((station) => (["domain", "exchange-key"] as const).map((what) =>
    ({ ...stop, station, to: station, what, copy: COPIES[what] })));
};

test.each(kinds)("the kind %s has all its words", (kind) => {
  for (const words of Object.values<string>({ ...STEPS[kind] })) expect(words).toMatch(/\S/);
});

test("no other kind has words", () => {
  expect(Object.keys(STEPS).sort()).toEqual([...kinds].sort());
});

test.each(kinds)("the short title of %s fits the rail, with the tenth officer too", (kind) => {
  for (const stop of stopsOf(kind)) {
    expect(stepTitle(stop).length).toBeLessThanOrEqual(22);
    expect(stepHeading(stop)).not.toMatch(/null|undefined/);
  }
});

test.each(kinds)("verb and detail of %s leave room for a long name in the band", (kind) => {
  const { verb, detail } = STEPS[kind];
  expect(verb.length).toBeLessThanOrEqual(18);
  expect(detail.length).toBeLessThanOrEqual(30);
});

test("verbs outside the table leave that room, too", () => {
  const verbs = [HEARING.writeVerb, HEARING.listenVerb, HEARING.heardVerb, WAITING.verb];
  for (const verb of verbs) expect(verb.length).toBeLessThanOrEqual(18);
});

test("the seat is put into every place that asks for it", () => {
  expect(forSeat(STEPS["make-key"].button, 2)).toBe("Officer 2, make the key");
  expect(forSeat("{officer} and {officer}", 3)).toBe("3 and 3");
});

test("what a power cut means is a whole sentence after its heading", () => {
  for (const kind of kinds) expect(STEPS[kind].power).toMatch(/^[a-z].*\.$/);
});

/** The parts that main tells of; one more there does not compile here. */
const PARTS: Readonly<Record<Task, true>> = {
  "make-key-pair": true, "write-media": true, "open-again": true, "open-share": true,
  "make-blob": true, "sign": true, "send": true, "keep-answer": true, "read-answer": true,
  "poll": true,
};
const ids = Object.keys(PARTS);

test("every part of a step has a sentence, with a seat and without", () => {
  expect(Object.keys(TASKS).sort()).toEqual([...ids].sort());
  for (const id of ids) {
    expect(taskSentence(id, null)).not.toMatch(/null|undefined|\s$/);
    expect(taskSentence(id, 2)).not.toMatch(/null|undefined|\s$/);
  }
});

test("a part that is not known still has a sentence", () => {
  expect(taskSentence("toString", null)).toBe(taskSentence("something-new", null));
});
