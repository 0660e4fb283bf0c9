// Members set in a text that people wrote: what they wrote stays, to the character.
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { withMembers, type MembersAt } from "./yaml-members.ts";

const ANSWER: MembersAt = {
  path: ["list", 0],
  members: [
    ["answer", "Yes."],
    ["holds", true],
  ],
};

/** What becomes of a text when an answer is set in its first item. */
const answered = (text: string, members = ANSWER.members): string | null =>
  withMembers(text, [{ ...ANSWER, members }])?.text ?? null;

describe("members that are added", () => {
  it.each([
    [
      "after the last one",
      "list:\n  - id: Q1\n    on: 2026-11-27\n",
      "    answer: Yes.\n    holds: true\n",
    ],
    [
      "after a comment beside it",
      "list:\n  - id: Q1 # why\n",
      "    answer: Yes.\n    holds: true\n",
    ],
    [
      "after a list in brackets of several lines",
      "list:\n- id: Q1\n  blocks:\n    [\n      a, # b\n    ] # c\n",
      "  answer: Yes.\n  holds: true\n",
    ],
    [
      "after a list of lines",
      "list:\n  - id: Q1\n    blocks:\n      - a\n      - b\n",
      "    answer: Yes.\n    holds: true\n",
    ],
    [
      "after a folded text",
      "list:\n  - id: Q1\n    text: >-\n      one\n      two\n",
      "    answer: Yes.\n    holds: true\n",
    ],
    [
      "after a text of several lines",
      "list:\n  - id: one\n      two\n",
      "    answer: Yes.\n    holds: true\n",
    ],
    [
      "after lines that end as on Windows",
      "list:\r\n  - id: Q1\r\n",
      "    answer: Yes.\r\n    holds: true\r\n",
    ],
    [
      "after a last line without an end",
      "list:\n  - id: Q1",
      "\n    answer: Yes.\n    holds: true",
    ],
  ])("come %s", (_, text, added) => {
    expect(answered(text)).toBe(`${text}${added}`);
    const dash = /^ *- /m.exec(text)?.[0] ?? "";
    const rest = `${text.includes("\r") ? "\r\n" : "\n"}  # the next\n${dash}id: Q2\n`;
    if (text.endsWith("\n")) expect(answered(`${text}${rest}`)).toBe(`${text}${added}${rest}`);
  });

  it("are within the brackets of a mapping in brackets", () => {
    expect(answered("list: [{ id: Q1, blocks: [a] }, { id: Q2 }] # both\n")).toBe(
      'list: [{ id: Q1, blocks: [a], answer: "Yes.", holds: true }, { id: Q2 }] # both\n',
    );
    expect(answered("list:\n  - { id: Q1, # why\n    }\n")).toBe(
      'list:\n  - { id: Q1, answer: "Yes.", holds: true, # why\n    }\n',
    );
  });

  it("are not added where the file would then mean something else", () => {
    expect(answered("list:\n  - ? id\n    : Q1\n")).toBeNull();
    expect(answered("list:\n  -\tid: Q1\n")).toBeNull();
    expect(answered("list: []\n")).toBeNull();
    expect(answered("list: [text]\n")).toBeNull();
  });
});

describe("members that exist", () => {
  const one = (value: string) =>
    answered(`list:\n  - answer: ${value}\n    id: Q1\n`, [["answer", "No."]]);

  it.each([
    ["a plain text", "Yes.", "No."],
    ["a text in quotes, beside a comment", '"Yes." # by letter', "No. # by letter"],
    ["a text of several lines", "Yes\n      it is", "No."],
    ["a block, whose comment stays", "|  # by letter\n      Yes.\n", "No.  # by letter\n"],
    ["a folded block", ">-\n      Yes.\n\n      And no.", "No."],
    ["true", "true", "No."],
  ])("are replaced: %s", (_, before, after) => {
    expect(one(before)).toBe(`list:\n  - answer: ${after}\n    id: Q1\n`);
  });
});

it.each([
  ["Yes, by letter (2026).", "Yes, by letter (2026)."],
  ["2026-11-27", "2026-11-27"],
  ["true", '"true"'],
  ["Null", '"Null"'],
  ["a: b", '"a: b"'],
  ["a #b", '"a #b"'],
  ["ends ", '"ends "'],
  ["- 1", '"- 1"'],
  ["12", '"12"'],
  ["two\nlines", '"two\\nlines"'],
  ["„Ja“ 🙂 \\ '\"", '"„Ja“ 🙂 \\\\ \'\\""'],
])("a text is written in one line, in quotes where it needs them: %j", (text, expected) => {
  const written = answered("list:\n  - id: Q1\n", [["answer", text]]);
  expect(written).toBe(`list:\n  - id: Q1\n    answer: ${expected}\n`);
  expect(parse(written ?? "")).toEqual({ list: [{ id: "Q1", answer: text }] });
});

it("what changes is shown with the lines of its mapping, and those of two mappings in one line once", () => {
  const changes = (text: string, members = ANSWER.members) =>
    withMembers(
      text,
      [0, 1].map((n) => ({ path: ["list", n], members })),
    )?.changes.map((lines) =>
      lines.map(
        ({ kind, text: line }) => `${{ same: " ", removed: "-", added: "+" }[kind]}${line}`,
      ),
    );
  expect(
    changes("# top\nlist:\n  - answer: No. # a\n    id: Q1\n    # next\n  - id: Q2\nend: 1\n"),
  ).toEqual([
    ["-  - answer: No. # a", "+  - answer: Yes. # a", "     id: Q1", "+    holds: true"],
    ["   - id: Q2", "+    answer: Yes.", "+    holds: true"],
  ]);
  expect(changes("list: [{ id: Q1 }, { id: Q2 }]", [["answer", "Yes."]])).toEqual([
    [
      "-list: [{ id: Q1 }, { id: Q2 }]",
      '+list: [{ id: Q1, answer: "Yes." }, { id: Q2, answer: "Yes." }]',
    ],
  ]);
  expect(changes("list:\n- id: Q1\n- id: Q2", [["answer", "Yes."]])).toEqual([
    [" - id: Q1", "+  answer: Yes."],
    [" - id: Q2", "+  answer: Yes."],
  ]);
});
