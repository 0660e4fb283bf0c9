// What of a worksheet is written into the plan.
import { expect, it } from "vitest";
import type { AskedView } from "../../../electron/bridge/deployment-views.ts";
import type { Draft } from "../../stores/draft.ts";
import { enteredIn } from "./entered-answers.ts";

const item = (more: Partial<AskedView>): AskedView => ({
  list: "questions",
  at: 0,
  id: "Q1",
  text: "Is it so?",
  impact: "Much.",
  owner: "Anna Berg",
  blocks: ["provision"],
  answer: null,
  holds: null,
  isOpen: true,
  ...more,
});

const ASKED = [
  item({}),
  item({ at: 1, id: "Q2", answer: { text: "Yes.\n", date: "2026-11-27" }, isOpen: false }),
  item({ list: "assumptions", id: "A1" }),
  item({ list: "assumptions", at: 1, id: "A2", answer: { text: "Yes.", date: "" } }),
];

/** A form with these fields. */
const draft = (fields: Readonly<Record<string, string>>): Draft => ({
  isTouched: true,
  text: (field, first = "") => fields[field] ?? first,
  list: () => [],
  write: () => undefined,
  writeList: () => undefined,
  drop: () => undefined,
});
const entered = (fields: Readonly<Record<string, string>>) =>
  enteredIn(draft(fields), { asked: ASKED });

it("is only what differs from the plan, without spaces around it", () => {
  expect(entered({})).toEqual({ answers: [], incomplete: [] });
  expect(entered({ "questions Q1": "  ", "questions Q2": " Yes. " }).answers).toEqual([]);
  expect(entered({ "questions Q1": " No.\n", "questions Q2": "No." }).answers).toEqual([
    { list: "questions", at: 0, answer: "No." },
    { list: "questions", at: 1, answer: "No." },
  ]);
});

it("is an assumption's answer once it says whether it holds, also if the plan has only the answer", () => {
  expect(entered({ "assumptions A1": "Yes." })).toMatchObject({
    answers: [],
    incomplete: [{ id: "A1" }],
  });
  expect(entered({ "assumptions A1": "No.", "assumptions A1 holds": "false" })).toEqual({
    answers: [{ list: "assumptions", at: 0, answer: "No.", holds: false }],
    incomplete: [],
  });
  expect(entered({ "assumptions A2 holds": "true" }).answers).toEqual([
    { list: "assumptions", at: 1, answer: "Yes.", holds: true },
  ]);
});
