// Every kind of step, every part of one and every long operation has its words.
import { expect, test } from "vitest";
import { KINDS, type KindName } from "../../ceremony-scripts/kinds.ts";
import type { Task } from "../../ceremony-scripts/language/kind.ts";
import { say } from "../text/say.ts";
import { TASKS, taskSentence } from "../text/tasks.ts";
import { wordsOf } from "../text/step-words.ts";

const kinds = Object.keys(KINDS) as KindName[];

test.each(kinds)("the kind %s has all its words", (kind) => {
  for (const words of Object.values<string>({ ...wordsOf({ kind, seat: 2 }) }))
    expect(words).toMatch(/\S/);
});

test.each(kinds)("verb and detail of %s leave room for a long name in the band", (kind) => {
  const { verb, detail } = wordsOf({ kind, seat: 2 });
  expect(verb.length).toBeLessThanOrEqual(18);
  expect(detail.length).toBeLessThanOrEqual(30);
});

test("verbs outside the table leave that room, too", () => {
  const verbs = [
    say("hearing.writeVerb"),
    say("hearing.listenVerb"),
    say("hearing.heardVerb"),
    say("waiting.verb"),
  ];
  for (const verb of verbs) expect(verb.length).toBeLessThanOrEqual(18);
});

test("the seat is put into every place that asks for it", () => {
  expect(wordsOf({ kind: "make-key", seat: 2 }).button).toBe("Officer 2, make the key");
  expect(wordsOf({ kind: "make-key", seat: 3 }).recorded).toContain("officer 3");
});

test("what a power cut means is a whole sentence after its heading", () => {
  for (const kind of kinds) expect(wordsOf({ kind, seat: 2 }).power).toMatch(/^[a-z].*\.$/);
});

/** The parts that main reports; one more there does not compile here. */
const PARTS: Readonly<Record<Task, true>> = {
  "make-key-pair": true,
  "write-media": true,
  "open-again": true,
  "open-share": true,
  "make-blob": true,
  "try-recovery": true,
  sign: true,
  send: true,
  "keep-answer": true,
  "read-answer": true,
  poll: true,
};
const ids = Object.keys(PARTS);

test("every part of a step has a sentence, with a seat and without", () => {
  expect([...TASKS].sort()).toEqual([...ids].sort());
  for (const id of ids) {
    expect(taskSentence(id, null)).not.toMatch(/null|undefined|\s$/);
    expect(taskSentence(id, 2)).not.toMatch(/null|undefined|\s$/);
  }
});

test("a part that is not known still has a sentence", () => {
  expect(taskSentence("toString", null)).toBe(taskSentence("something-new", null));
});
