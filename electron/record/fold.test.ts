// What a declaration of entries makes of a record, shown on a small one: people come, sign and leave.
import * as z from "zod/mini";
import { expect, it } from "vitest";
import { faultTable } from "../../crypto/index.ts";
import { folding, type Kind } from "./fold.ts";
import { count, mode, text, type Mode } from "./forms.ts";
import type { EntryKind, RecordEntry } from "./kind.ts";

interface Room {
  readonly mode: Mode | null;
  readonly people: readonly string[];
  readonly entries: number;
}

const fault = faultTable("deployment-record-faults");
const declared = <Form extends z.ZodMiniType>(
  kind: EntryKind<Form, Room, Partial<Room>, string, []>,
): EntryKind<Form, Room, Partial<Room>, string, []> => kind;

const { fold, mayStandNext, isOfForm, kindOf } = folding<Room, Kind<Room>>({
  entries: {
    opened: declared({
      form: z.strictObject({ mode }),
      evolve: ({ mode: own }) => ({ mode: own }),
      minutes: () => "It was opened.",
    }),
    came: declared({
      form: z.strictObject({ name: text, seat: z.exactOptional(count) }),
      evolve: ({ name }, { people, entries }, { by }) => {
        if (name === "no one's") throw new Error("an error of the app");
        return { people: [...people, `${name} ${by} ${entries}`] };
      },
      minutes: ({ name }) => `${name} came.`,
    }),
    "nothing-changed": declared({ form: z.strictObject({}), minutes: () => "Nothing." }),
    simulated: declared({ form: z.strictObject({}), rehearsal: true, minutes: () => "Simulated." }),
  },
  initial: { mode: null, people: [], entries: 0 },
  isRehearsal: ({ mode: own }) => own === "REHEARSAL",
  mayStand: ({ mode: own }, { type }) => (type === "opened") === (own === null),
  every: ({ entries }) => ({ entries: entries + 1 }),
  refusal: ({ seq }) => fault("E-DEPLOY-RECORD", { n: seq }),
});

const recorded = (...all: readonly (readonly [string, object])[]): readonly RecordEntry[] =>
  all.map(([type, data], seq) => ({ type, data, seq, by: "A", at: "", hash: "", station: "s" }));
const next = (type: string, data: object = {}) => ({ type, data, by: "A" });
const OPENED = ["opened", { mode: "PRODUCTION" }] as const;

it("folds each entry over what every entry changes", () => {
  expect(fold([])).toEqual({ mode: null, people: [], entries: 0 });
  expect(fold(recorded(OPENED, ["nothing-changed", {}], ["came", { name: "Asha" }]))).toEqual({
    mode: "PRODUCTION",
    people: ["Asha A 3"],
    entries: 3,
  });
});

it("folds a record that grew, and others with its first entry, as from their beginning", () => {
  const [opened, asha, ben] = recorded(
    OPENED,
    ["came", { name: "Asha" }],
    ["came", { name: "Ben" }],
  );
  const peopleIn = (...entries: readonly RecordEntry[]) => fold(entries).people;
  expect(peopleIn(opened!, asha!)).toEqual(["Asha A 2"]);
  expect(peopleIn(opened!, asha!, ben!)).toEqual(["Asha A 2", "Ben A 3"]);
  expect(peopleIn(opened!, ben!)).toEqual(["Ben A 2"]);
  expect(peopleIn(opened!, ben!, asha!)).toEqual(["Ben A 2", "Asha A 3"]);
  expect(peopleIn(opened!)).toEqual([]);
  for (const _ of [1, 2]) expect(() => fold([opened!, ben!, opened!])).toThrow("Entry 0 ");
  const growing = [opened!];
  expect(fold(growing).entries).toBe(1);
  growing.push(asha!);
  expect(fold(growing).entries).toBe(2);
});

it.each([
  ["of no declared type", "left", {}],
  ["of a type that every object has", "constructor", {}],
  ["with a member more", "came", { name: "Asha", more: 1 }],
  ["with a member less", "came", {}],
  ["with a member of another form", "came", { name: "Asha", seat: -1 }],
  ["that may not stand there", "opened", { mode: "REHEARSAL" }],
  ["that only a rehearsal has", "simulated", {}],
])("refuses an entry %s, by its number, and would not write it", (_, type, data) => {
  const before = recorded(OPENED);
  expect(() => fold(recorded(OPENED, [type, data]))).toThrow("Entry 1 ");
  expect(mayStandNext(fold(before), "s", next(type, data))).toBe(false);
});

it("accepts in a rehearsal what only a rehearsal has", () => {
  const state = fold(recorded(["opened", { mode: "REHEARSAL" }]));
  expect(mayStandNext(state, "s", next("simulated"))).toBe(true);
});

it("accepts several entries only in an order in which each may stand", () => {
  const [open, came] = [next("opened", { mode: "PRODUCTION" }), next("came", { name: "Asha" })];
  expect(mayStandNext(fold([]), "s", open, came)).toBe(true);
  expect(mayStandNext(fold([]), "s", came, open)).toBe(false);
});

it("hides no error of the app behind what may stand", () => {
  const state = fold(recorded(OPENED));
  expect(() => mayStandNext(state, "s", next("came", { name: "no one's" }))).toThrow("of the app");
});

it("knows forms and types without a record", () => {
  expect(isOfForm("came", { name: "Asha", seat: 2 })).toBe(true);
  expect(isOfForm("came", { name: 7 })).toBe(false);
  expect(isOfForm("left", {})).toBe(false);
  expect(kindOf("simulated")?.rehearsal).toBe(true);
  expect(kindOf("toString")).toBeUndefined();
});
