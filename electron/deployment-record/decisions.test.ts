// What people's acts add to a deployment's record, and what is refused.
import { describe, expect, it } from "vitest";
import { sha256Hex, sha256HexOfText, utf8 } from "../../crypto/index.ts";
import { requireCeremony, type Decided } from "./decisions.ts";
import {
  ASHA,
  BALA,
  BEGUN,
  blocksOf,
  given,
  knownUpTo,
  PLAN,
  ran,
  stepIn,
  stepsOf,
  TWO,
  upTo,
} from "./decisions.fixture.ts";
import { rightFiles, withoutProtection } from "./deployment.fixture.ts";
import type { NewEntry } from "./entries.ts";
import { findingCounts, severities } from "./named-plan.ts";
import { NEWEST } from "./rules.ts";

const AT = { runbook: "provision", step: 1 } as const;
const CREATE = { runbook: "provision", step: 3 } as const;
const CLOSED: NewEntry = {
  type: "closing-on-paper",
  by: ASHA,
  data: { present: TWO, consent: { plan: PLAN.sha256 }, spoken: 16 },
};

describe("a plan", () => {
  const ADOPT = { act: "adopt", by: ` ${ASHA} ` } as const;
  const { plan, title } = PLAN.read.plan;
  const adopted: NewEntry = {
    type: "plan-adopted",
    by: ASHA,
    data: {
      ...{ plan, title, sha256: PLAN.sha256, runbooks: PLAN.runbooks.sha256 },
      ...{ ...severities(PLAN), findings: findingCounts(PLAN) },
    },
  };

  it("is adopted only when one was read, by a person with a name", () => {
    given([]).when(ADOPT).isRefused("E-DEPLOY-PLAN");
    for (const by of ["", "\u3164", "=cmd()", "A\nB", "x".repeat(81)])
      given([], { draft: PLAN })
        .when({ ...ADOPT, by })
        .isRefused("E-DEPLOY-NAME");
  });

  it("begins a record if there is none, or the last one is closed", () => {
    for (const before of [[], [...BEGUN, CLOSED]])
      given(before, { draft: PLAN }).when(ADOPT).records(BEGUN[0], adopted);
  });

  it("begins a record of the mode in which deployments are kept here", () => {
    given([], { draft: PLAN, mode: "PRODUCTION" })
      .when(ADOPT)
      .records(
        {
          ...BEGUN[0],
          data: { deploymentFormat: 1, mode: "PRODUCTION", rules: NEWEST },
        } as NewEntry,
        adopted,
      );
  });

  it("replaces the one before, and is the second entry where the power went after the first", () => {
    for (const before of [BEGUN, [BEGUN[0]]])
      given(before, { draft: PLAN }).when(ADOPT).records(adopted);
  });
});

it.each<Decided["act"]>([
  { act: "again", by: ASHA },
  { act: "close", by: TWO },
  { act: "decide", runbook: "provision", blocks: ["Q1"], by: TWO, reason: "It is due." },
  { act: "rerun", runbook: "provision", by: TWO, reason: "It is due." },
  { act: "acknowledge", ...AT, by: TWO },
  { act: "run", ...AT, by: ASHA, shell: "bash" },
  { act: "prove", ...AT, by: ASHA, check: "preflight" },
  { act: "wait", ...AT, by: ASHA },
  { act: "link", ...AT, by: ASHA },
  { act: "done", ...AT, by: ASHA },
])("$act needs an adopted plan, and a record that is open", (act) => {
  given([]).when(act).isRefused("E-DEPLOY-BEGIN");
  given([...BEGUN, CLOSED])
    .when(act)
    .isRefused("E-DEPLOY-CLOSED");
});

it("blocks are decided by two different people who say why, each while it is open", () => {
  const blocks = blocksOf("extend");
  const decide = { act: "decide", runbook: "extend", blocks, by: TWO, reason: " It\nis due. " };
  const act = { ...decide, act: "decide" } as const;
  given(BEGUN)
    .when({ ...act, by: [ASHA, ` asha  iyer`] })
    .isRefused("E-DEPLOY-TWO");
  given(BEGUN)
    .when({ ...act, by: [ASHA, "=cmd()"] })
    .isRefused("E-DEPLOY-NAME");
  given(BEGUN)
    .when({ ...act, reason: " " })
    .isRefused("E-DEPLOY-REASON");
  given(BEGUN)
    .when({ ...act, blocks: ["of no one"] })
    .isRefused("E-DEPLOY-STALE");
  given(BEGUN)
    .when({ ...act, runbook: "of no one" })
    .isRefused("E-DEPLOY-STALE");
  const decided: NewEntry = {
    type: "block-decided",
    by: ASHA,
    data: { runbook: "extend", blocks, people: TWO, reason: "It is due." },
  };
  given(BEGUN).when(act).records(decided);
  given([...BEGUN, decided])
    .when(act)
    .isRefused("E-DEPLOY-STALE");
});

it("a step waits for the blocks of its runbook, and for the steps before it", () => {
  const run = { act: "run", by: BALA, shell: "bash" } as const;
  given(BEGUN)
    .when({ ...run, runbook: "extend", step: 1 })
    .isRefused("E-DEPLOY-BLOCKED");
  given(upTo("provision", 2))
    .when({ ...run, ...AT })
    .isRefused("E-DEPLOY-ORDER");
  given(upTo("provision", 2))
    .when({ ...run, ...CREATE })
    .isRefused("E-DEPLOY-ORDER");
  given(upTo("provision", 2))
    .when({ ...run, ...AT, step: 99 })
    .isRefused("E-DEPLOY-STALE");
});

it("what cannot be undone is run when two people have acknowledged it, and not before", () => {
  const run = { act: "run", ...CREATE, by: BALA, shell: "powershell" } as const;
  const acknowledge = { act: "acknowledge", ...CREATE, by: TWO } as const;
  given(upTo("provision", 3)).when(run).isRefused("E-DEPLOY-ACKNOWLEDGE");
  given(upTo("provision", 3))
    .when({ ...acknowledge, by: [ASHA, ASHA] })
    .isRefused("E-DEPLOY-TWO");
  given(upTo("provision", 1))
    .when({ ...acknowledge, ...AT })
    .isRefused("E-DEPLOY-STALE");
  const step = stepIn("provision", 3);
  const why = stepsOf("provision")[2]?.terms.twoPeople ?? "";
  given(upTo("provision", 3))
    .when(acknowledge)
    .records({ type: "step-acknowledged", by: ASHA, data: { ...step, why, people: TWO } });
  const lines = PLAN.steps
    .get("provision")?.[2]
    ?.commands.map(({ powershell }) => `${powershell ?? ""}\n`);
  const sha256 = sha256HexOfText(lines?.join("") ?? "");
  given(knownUpTo("provision", 3))
    .when(run)
    .records({
      type: "commands-run",
      by: BALA,
      data: { ...step, shell: "powershell", commands: lines?.length ?? 0, sha256, waitSeconds: 0 },
    });
});

it("a step without commands has none to run, and one without a ceremony has none to link", () => {
  const at = { runbook: "activate", step: 1, by: BALA } as const;
  given(knownUpTo("activate", 1))
    .when({ act: "run", ...at, shell: "bash" })
    .isRefused("E-DEPLOY-STALE");
  given(knownUpTo("activate", 1))
    .when({ act: "link", ...at })
    .isRefused("E-DEPLOY-STALE");
  given(upTo("provision", 1))
    .when({ act: "link", ...AT, by: BALA }, utf8("{}"))
    .isRefused("E-DEPLOY-STALE");
});

it("a linked ceremony is the one that its step asks for", () => {
  const { situation } = given(knownUpTo("activate", 1));
  const ceremony = stepsOf("activate")[0]!.terms.ceremony!;
  const [script = ""] = ceremony.scripts;
  const linked = {
    ...stepIn("activate", 1),
    script,
    hsm: ceremony.hsm.toUpperCase(),
    head: "0".repeat(64),
    closedAt: "2026-11-30T09:00:00.000Z",
  };
  expect(() => requireCeremony(situation, linked)).not.toThrow();
  for (const lie of [{ title: "Rest" }, { script: "hand-off" }, { hsm: "another-hsm" }])
    expect(() => requireCeremony(situation, { ...linked, ...lie })).toThrow();
});

describe("a wait of six minutes", () => {
  const before = [...knownUpTo("keys", 2), ran("keys", 2, 360)];
  const at = { runbook: "keys", step: 2, by: BALA } as const;

  it("is over when they have passed, and nothing is proven until then", () => {
    const files = rightFiles("keys");
    const prove = { act: "prove", ...at, check: "keys" } as const;
    given(before, { seconds: 359 })
      .when({ act: "wait", ...at })
      .isRefused("E-DEPLOY-WAIT");
    given(before, { seconds: 359 })
      .when(prove, ...files)
      .isRefused("E-DEPLOY-WAIT");
    given(before, { seconds: 360 })
      .when({ act: "wait", ...at })
      .records({ type: "wait-over", by: BALA, data: stepIn("keys", 2) });
    given(before, { seconds: 360 })
      .when(prove, ...files)
      .recordsSuch({ type: "proof-judged" });
  });

  it("has not begun before the commands ran, and a step without one has none", () => {
    given(knownUpTo("keys", 2))
      .when({ act: "wait", ...at })
      .isRefused("E-DEPLOY-STALE");
    given(upTo("keys", 1))
      .when({ act: "wait", ...at, step: 1 })
      .isRefused("E-DEPLOY-STALE");
  });

  it("passes at once for simulated people, who say how many minutes were left", () => {
    const order = { what: "time", runbook: "keys", step: 2 } as const;
    const data = { ...stepIn("keys", 2), minutes: 5 };
    given(before, { seconds: 61 })
      .whenSimulated(order)
      .records({ type: "time-passed", by: "Simulated person 1", data });
    given(before, { seconds: 360 }).whenSimulated(order).records();
    given(before, { mode: "PRODUCTION" }).whenSimulated(order).isRefused("E-DEPLOY-STALE");
  });
});

it("simulated people say which step they carry out, and only in a rehearsal", () => {
  const order = { what: "step", ...AT } as const;
  const people = ["Simulated person 1", "Simulated person 2"];
  given(upTo("provision", 1))
    .whenSimulated(order)
    .records({
      type: "step-simulated",
      by: "Simulated person 1",
      data: { ...stepIn("provision", 1), people },
    });
  given(BEGUN, { mode: "PRODUCTION" }).whenSimulated(order).isRefused("E-DEPLOY-STALE");
});

describe("a proof", () => {
  const prove = { act: "prove", ...CREATE, check: "purge-protection", by: BALA } as const;
  const before = [...knownUpTo("provision", 3), ran("provision", 3)];
  const data = { ...stepIn("provision", 3), check: "purge-protection", plan: PLAN.sha256 };
  const digests = (files: readonly Uint8Array[]) => files.map((bytes) => sha256Hex(bytes));

  it("names its answers by their SHA-256, and what differs", () => {
    const [right, wrong] = [rightFiles("purge-protection"), withoutProtection()];
    const isRight = { proven: true, drifted: false, differs: [], more: 0 };
    given(before)
      .when(prove, ...right)
      .records({
        type: "proof-judged",
        by: BALA,
        data: { ...data, ...isRight, answers: digests(right) },
      });
    given(before)
      .when(prove, ...wrong)
      .recordsSuch({ data: { ...data, proven: false, answers: digests(wrong) } });
  });

  it("says how the station read, even if nothing was there", () => {
    const read = {
      from: "management.azure.com",
      as: "asha",
      unread: [{ file: "hsm.json", why: "E-HSM-NONE" }],
    };
    given(before)
      .whenRead(prove, read)
      .recordsSuch({ data: { proven: false, answers: [], read } });
  });

  it("is refused without an answer, without JSON, with a secret, and for a check of another step", () => {
    const token = `{"token":"eyJ${"a".repeat(40)}.${"b".repeat(40)}"}`;
    given(before).when(prove).isRefused("E-DEPLOY-ANSWERS");
    given(before).when(prove, utf8("no JSON")).isRefused("E-ANSWER-JSON");
    given(before).when(prove, utf8(token)).isRefused("E-ANSWER-SECRET");
    for (const check of ["preflight", "of no one"])
      given(before)
        .when({ ...prove, check }, utf8("{}"))
        .isRefused("E-DEPLOY-STALE");
  });

  it("is repeated outside its step, if an answer may contradict it", () => {
    const again = { act: "again", by: BALA } as const;
    const everything = { runbook: "", step: 0, title: "" };
    given(BEGUN).when(again).isRefused("E-DEPLOY-ANSWERS");
    given(BEGUN).when(again, utf8("{}")).isRefused("E-DEPLOY-ANSWERS");
    const of = (entries: readonly NewEntry[]) =>
      given(entries)
        .when(again, ...withoutProtection())
        .entries()
        .find((entry) => "check" in entry.data && entry.data.check === data.check);
    expect(of(upTo("provision", 4))).toMatchObject({
      by: BALA,
      data: { ...data, ...everything, drifted: true },
    });
    // What nobody has created yet has not drifted.
    expect(of(BEGUN)).toMatchObject({ by: BALA, data: { ...data, ...everything, drifted: false } });
  });
});

it("a step is finished when nothing of it is missing, and with the last one its runbook", () => {
  const done = { act: "done", by: ASHA } as const;
  given([...knownUpTo("provision", 3), ran("provision", 3)])
    .when({ ...done, ...CREATE })
    .isRefused("E-DEPLOY-MISSING");
  given([...upTo("provision", 2), ran("provision", 2)])
    .when({ ...done, runbook: "provision", step: 2 })
    .records({ type: "step-finished", by: ASHA, data: stepIn("provision", 2) });
  const proven = ["full-backup", "backup-age", "external-keys"].map((check): NewEntry => ({
    type: "proof-judged",
    by: BALA,
    data: {
      ...stepIn("full-backup", 2),
      check,
      plan: PLAN.sha256,
      proven: true,
      drifted: false,
      differs: [],
      more: 0,
      answers: [],
    },
  }));
  given([...upTo("full-backup", 2), ran("full-backup", 2), ...proven])
    .when({ ...done, runbook: "full-backup", step: 2 })
    .records(
      { type: "step-finished", by: ASHA, data: stepIn("full-backup", 2) },
      { type: "runbook-finished", by: ASHA, data: { runbook: "full-backup" } },
    );
});

it("a finished runbook is begun again, when two people say why", () => {
  const rerun = {
    act: "rerun",
    runbook: "provision",
    by: TWO,
    reason: "The year is over.",
  } as const;
  const all = stepsOf("provision").length;
  given(upTo("provision", all)).when(rerun).isRefused("E-DEPLOY-STALE");
  given(upTo("provision", all + 1))
    .when({ ...rerun, reason: "" })
    .isRefused("E-DEPLOY-REASON");
  const data = { runbook: "provision", people: TWO, reason: "The year is over." };
  given(upTo("provision", all + 1))
    .when(rerun)
    .records({ type: "runbook-begun-again", by: ASHA, data });
});

it("the record is closed on paper by two people, and names its plan", () => {
  given(BEGUN).when({ act: "close", by: TWO }).records(CLOSED);
  for (const other of ["asha iyer", "Asha\u3164 Iyer"])
    given(BEGUN)
      .when({ act: "close", by: [ASHA, other] })
      .isRefused("E-DEPLOY-TWO");
});

it("a record accepts nothing after its closing, and no second beginning", () => {
  const adopted = BEGUN[1];
  expect(() => given([...BEGUN, CLOSED, adopted])).toThrow();
  expect(() => given([...BEGUN, BEGUN[0]])).toThrow();
  expect(() => given([adopted])).toThrow();
});
