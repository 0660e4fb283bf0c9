// What a look excuses of what main sent: no sentence, and no English that the page must mark.
import { expect, test } from "playwright/test";
import { textsOfOthers } from "./sent.fixture.ts";

const excused = (sent: unknown): readonly string[] => [...textsOfOthers(sent)].toSorted();

test("what people, servers and disks wrote is of others, what main says is not", () => {
  const view = {
    home: { hsm: "contoso" },
    refusal: { code: "E-A", message: "No.", next: "Wait." },
  };
  expect(excused([view, { look: { fault: { title: "No.", said: ["from a server"] } } }])).toEqual([
    "E-A",
    "contoso",
    "from a server",
  ]);
});

test("of a deployment the plan's title is of others, not what it says in English or sentences", () => {
  const plan = {
    title: "Ours",
    findings: [{ says: "It lacks.", next: "Add.", source: { title: "A page" } }],
  };
  const runbook = {
    name: "provision",
    title: "Provision",
    lacks: "It lacks.",
    steps: [
      {
        title: "Create",
        changes: "It does.",
        notes: ["Wait."],
        missing: ["Nobody."],
        ran: { by: ["Asha"] },
      },
    ],
  };
  const ok = {
    plan,
    draft: { title: "Theirs" },
    runbooks: [runbook],
    duties: [{ title: "Judge", what: "Give." }],
  };
  expect(excused([{}, { deployment: { ok } }])).toEqual(["Asha", "Ours", "Theirs", "provision"]);
  // Elsewhere the same members are no English of a deployment.
  expect(excused([{ plan }, { calendar: { ok: { says: "of a file" } } }])).toEqual([
    "It lacks.",
    "of a file",
  ]);
});
