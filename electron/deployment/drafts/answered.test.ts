// Answers in the file of a plan: of any plan, however it is laid out.
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { CONTOSO, type Tree } from "../plan/plan.fixture.ts";
import { planWith } from "../plan/random-plan.fixture.ts";
import { readPlan } from "../plan/read-plan.ts";
import { withAnswers, type AnsweredPlan, type Answered } from "./answered.ts";

const DAY = "2026-12-01";

/** The text as it was, by what is shown as its change. */
function undone({ text, changes }: AnsweredPlan): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  return changes.reduce((now, lines) => {
    const [without, added] = (["added", "removed"] as const).map((other) =>
      lines.flatMap(({ kind, text: line }) => (kind === other ? [] : [line])).join(end),
    ) as [string, string];
    expect(now.split(added)).toHaveLength(2);
    return now.replace(added, () => without);
  }, text);
}

const layouts = fc
  .record({
    collectionStyle: fc.constantFrom("any", "flow", "block"),
    defaultStringType: fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_LITERAL"),
    indent: fc.constantFrom(2, 3, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 40, 100),
  } as const)
  // Of these two together the library writes an empty list that nobody can read.
  .filter(({ collectionStyle, indentSeq }) => collectionStyle !== "block" || indentSeq);

/** Comments above and beside lines, where they are comments and no text. */
function withComments(text: string, places: readonly number[]): string {
  const lines = text.split("\n");
  const commented = places.reduce((all, place, n) => {
    const at = place % all.length;
    const indent = /^ */.exec(all[at] ?? "")?.[0] ?? "";
    return n % 2 === 0
      ? all.toSpliced(at, 0, `${indent}# above ${n}`)
      : all.with(at, `${all[at] ?? ""} # beside ${n}`);
  }, lines);
  const result = commented.join("\n");
  try {
    return JSON.stringify(parse(result)) === JSON.stringify(parse(text)) ? result : text;
  } catch {
    return text;
  }
}

const text = fc.oneof(
  fc.constantFrom("Yes.", "true", "2026", "a: b # c", "- x", "„Ja“, 🙂 \\", "one\ntwo", "'"),
  fc
    .string({ maxLength: 40, unit: "grapheme" })
    .map((one) => `x${one.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "")}`),
);

it("only what was answered differs, in any plan of any layout, and what is shown is the difference", () => {
  const base = JSON.parse(planWith({ questions: 3 }).text) as Tree;
  fc.assert(
    fc.property(
      layouts,
      fc.array(fc.nat(), { maxLength: 12 }),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      fc.uniqueArray(
        fc.record({
          list: fc.constantFrom("assumptions", "questions"),
          at: fc.nat(3),
          answer: text,
          holds: fc.boolean(),
        }),
        { minLength: 1, selector: ({ list, at }) => `${list}${String(at)}` },
      ),
      fc.boolean(),
      (layout, places, isOpen, drawn, isWindows) => {
        const items = (base["questions"] as Tree[]).slice(0, 4);
        const all = (letter: string, from: number) =>
          items.map(({ answer, date, ...item }, n) => ({
            ...item,
            id: `${letter}${String(n + 1)}`,
            ...(isOpen[from + n] === true ? {} : { answer, date }),
          }));
        const tree = { ...base, assumptions: all("A", 0), questions: all("Q", 4) };
        const laidOut = withComments(
          stringify(tree, { ...layout, aliasDuplicateObjects: false }),
          places,
        );
        const before = isWindows ? laidOut.replaceAll("\n", "\r\n") : laidOut;
        const answers: Answered[] = drawn.map(({ holds, ...one }) =>
          one.list === "assumptions" ? { ...one, holds } : one,
        );
        const after = withAnswers(before, answers, DAY);
        const expected: Tree = structuredClone(parse(before) as Tree);
        for (const { list, at, answer, holds } of answers)
          Object.assign(
            (expected[list] as Tree[])[at] ?? {},
            { answer: answer.trim(), date: DAY },
            holds === undefined ? {} : { holds },
          );
        expect(parse(after.text)).toEqual(expected);
        expect(undone(after)).toBe(before);
        expect(/(?<!\r)\n/.test(after.text)).toBe(!isWindows);
        const comments = (one: string) => one.match(/# (?:above|beside) \d+/g);
        expect(comments(after.text)).toEqual(comments(before));
      },
    ),
    { numRuns: 12, endOnFailure: true },
  );
});

it("Contoso's plan keeps every comment, and has the answer, its day and whether it holds", () => {
  const after = withAnswers(
    CONTOSO,
    [
      {
        list: "assumptions",
        at: 0,
        answer: " Confirmed by the board: both regions. ",
        holds: true,
      },
      { list: "questions", at: 1, answer: "No." },
    ],
    DAY,
  );
  expect(undone(after)).toBe(CONTOSO);
  expect(after.read.plan.assumptions[0]).toMatchObject({
    answer: "Confirmed by the board: both regions.",
    date: DAY,
    holds: true,
  });
  expect(after.read.plan.questions[1]).toMatchObject({ answer: "No.", date: DAY });
  expect(after.text.length - CONTOSO.length).toBe(
    [
      '    answer: "Confirmed by the board: both regions."\n    date: 2026-12-01\n    holds: true\n',
      "    answer: No.\n    date: 2026-12-01\n",
    ].join("").length,
  );
});

it("an answer that no plan may have is refused (B153)", () => {
  const code = (answer: string, plan = CONTOSO) =>
    codeOf(() => withAnswers(plan, [{ list: "questions", at: 0, answer }], DAY));
  expect(code("a".repeat(1001))).toBe("E-PLAN-VALUE");
  expect(code(" ")).toBe("E-PLAN-VALUE");
  expect(code("password: hunter22")).toBe("E-PLAN-SECRET");
  expect(code("Yes.\u202e")).toBe("E-PLAN-VALUE");
  expect(code("Yes.", `${CONTOSO}# ${"a".repeat(256 * 1024 - CONTOSO.length - 10)}`)).toBe(
    "E-PLAN-SIZE",
  );
  expect(code("Yes.", CONTOSO.replace("  - id: Q1\n", "  - ? id\n    : Q1\n"))).toBe(
    "E-PLAN-PLACE",
  );
  expect(readPlan(CONTOSO).plan.questions[0]?.answer).toBeUndefined();
});
