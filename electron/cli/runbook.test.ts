// `sd runbook`: what programs and people get, and that bad input ends plainly.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { CHECK_NAMES, readPlan, RUNBOOKS, stepData } from "../deployment/deployment.ts";
import { set } from "../deployment/proofs/changes.fixture.ts";
import { asAz, rightFor } from "../deployment/proofs/right.fixture.ts";
import { readPdf, withoutPoppler } from "../evidence/pdf.fixture.ts";
import { sha256 } from "./shared/plan-file.ts";
import { CANARY, expectRefusal, sd, sdJson, temporaryFolder } from "./program.fixture.ts";

const PLAN = fileURLToPath(new URL("../../ceremony-scripts/plans/contoso.yaml", import.meta.url));
const ON = ["--on", "2026-11-27"];

/** Writes right answers, one file each; returns their paths. */
function answersIn(
  folder: string,
  check: Parameters<typeof rightFor>[0],
  shape = asAz,
): readonly string[] {
  return Object.values(rightFor(check)).map((value, at) => {
    const path = join(folder, `${check}-${String(at)}.json`);
    writeFileSync(path, JSON.stringify(shape(value)));
    return path;
  });
}

const prove = (check: string, ...more: readonly string[]): readonly string[] => [
  "runbook",
  "prove",
  check,
  "--plan",
  PLAN,
  ...ON,
  ...more,
];

describe("sd runbook prove", () => {
  it("ends with 0 if the answers prove it, given after one flag or after several", async () => {
    const files = answersIn(temporaryFolder(), "keys");
    const [first = "", ...others] = files;
    for (const given of [
      ["--answer", ...files],
      ["--answer", first, "--answer", ...others],
      files.flatMap((file) => ["--answer", file]),
      files.map((file) => `--answer=${file}`),
    ]) {
      const { code, out, errors } = await sd(prove("keys", ...given));
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
      expect(out).toMatch(/^Proven: keys\. /);
    }
  });

  it("ends with 1 and names the member if an answer differs, in text and in JSON", async () => {
    const folder = temporaryFolder();
    const named = rightFor("public-access");
    set("hsm", "properties.networkAcls.bypass", "None")(named);
    const file = join(folder, "hsm.json");
    writeFileSync(file, JSON.stringify(named["hsm"]));
    const { code, out } = await sd(prove("public-access", "--answer", file));
    expect(code).toBe(1);
    expect(out).toContain(
      "properties.networkAcls.bypass\n      expected: AzureServices\n      found:    None",
    );
    const {
      result,
      code: jsonCode,
      warnings,
    } = await sdJson(prove("public-access", "--answer", file));
    expect({ jsonCode, warnings }).toEqual({ jsonCode: 1, warnings: [] });
    expect(result).toEqual({
      check: "public-access",
      proven: false,
      findings: [
        { member: "properties.networkAcls.bypass", expected: "AzureServices", found: "None" },
      ],
      learnt: {},
    });
  });

  it("B198 B199 attests keys by cards of a rehearsal only if told to, and by the HSM's root", async () => {
    const answers = answersIn(temporaryFolder(), "key-attestation").flatMap((one) => [
      "--answer",
      one,
    ]);
    const given = prove("key-attestation", ...answers);
    const inEarnest = await sd(given);
    expect(inEarnest.code).toBe(1);
    expect(inEarnest.out).toContain("attributes.attestation (card)");
    const first = await sd([...given, "--rehearsal"]);
    const root = /--pool-root contoso-prod-hsm=([0-9a-f]{64})$/m.exec(first.out)?.[1] ?? "";
    expect([first.code, root]).toEqual([0, expect.stringMatching(/./)]);
    const pinned = [...given, "--rehearsal", "--pool-root"];
    const again = await sdJson([...pinned, `contoso-prod-hsm=${root}`]);
    expect([again.code, again.result["learnt"]]).toEqual([0, {}]);
    const other = await sd([...pinned, `Contoso-PROD-HSM=${"0".repeat(64)}`]);
    expect([other.code, other.out]).toEqual([1, expect.stringContaining("(pool-root)")]);
    expectRefusal(await sd([...pinned, root]), "E-USAGE", 2);
  });

  it("proves phase 1 before phase 2: a check in a runbook is about that runbook's part", async () => {
    const folder = temporaryFolder();
    const named = rightFor("disks");
    const files = Object.entries(named)
      .filter(([, value]) => !JSON.stringify(value).includes("contoso-app-si1"))
      .map(([, value], at) => {
        const path = join(folder, `disk-${String(at)}.json`);
        writeFileSync(path, JSON.stringify(value));
        return path;
      });
    expect(files.length).toBeLessThan(Object.keys(named).length);
    const given = prove("disks", "--answer", ...files);
    expect((await sd(given)).code).toBe(1);
    expect((await sd([...given, "--runbook", "ad-disks"])).code).toBe(0);
    expect((await sd([...given, "--runbook", "other-vms"])).code).toBe(1);
    expectRefusal(await sd([...given, "--runbook", CANARY]), "E-USAGE", 2);
    const { out } = await sd(["runbook", "show", "ad-disks", "--plan", PLAN]);
    expect(out).toMatch(/sd runbook prove disks .* --runbook ad-disks$/m);
    expect(out).not.toContain("contoso-app-si1");
  });

  it("is not proven by an answer about something else", async () => {
    const [file = ""] = answersIn(temporaryFolder(), "backup-age");
    const { result, code } = await sdJson(prove("hsm-created", "--answer", file));
    expect({ code, ...result }).toMatchObject({ code: 1, check: "hsm-created", proven: false });
  });

  it("shows what an answer says as text that steers no terminal", async () => {
    const named = rightFor("hsm-created");
    set("hsm", "location", "\u001b[2Jsouth\u202eindia")(named);
    const file = join(temporaryFolder(), "hsm.json");
    writeFileSync(file, JSON.stringify(named["hsm"]));
    const { out } = await sd(prove("hsm-created", "--answer", file));
    expect(out).toMatch(/^[\n\x20-\x7e]+$/);
    expect(out).toContain("\\u{1b}[2Jsouth\\u{202e}india");
  });

  it("is wrong use without a check, a plan, an answer, or with what goes elsewhere", async () => {
    const [file = ""] = answersIn(temporaryFolder(), "hsm-created");
    for (const args of [
      ["runbook"],
      ["runbook", CANARY],
      ["runbook", "prove"],
      ["runbook", "prove", CANARY, "--plan", PLAN, "--answer", file],
      ["runbook", "prove", "__proto__", "--plan", PLAN, "--answer", file],
      ["runbook", "prove", "keys", "--answer", file],
      ["runbook", "prove", "keys", "--plan", PLAN],
      ["runbook", "prove", "keys", "--plan", PLAN, "--answer"],
      ["runbook", "prove", "keys", "--plan", PLAN, "--plan", PLAN, "--answer", file],
      ["runbook", "prove", "keys", "--plan", PLAN, "--answer", file, "--shell", "bash"],
      ["runbook", "prove", "keys", "--plan", PLAN, "--answer", file, "--on", "2026-02-30"],
      ["runbook", "list", "keys"],
      ["runbook", "show", CANARY, "--plan", PLAN],
      ["runbook", "show", "keys", "--plan", PLAN, "--shell", "fish"],
    ])
      expectRefusal(await sd(args), "E-USAGE", 2);
  });

  it("refuses answers that cannot be read, and secrets, with a code and no echo", async () => {
    const folder = temporaryFolder();
    for (const [name, content, code] of [
      ["empty", "", "E-ANSWER-EMPTY"],
      ["bom", "\uFEFF{}", "E-ANSWER-ENCODING"],
      ["cut", `{"${CANARY}":`, "E-ANSWER-JSON"],
      ["twice", `{"a":"${CANARY}","a":1}`, "E-ANSWER-TWICE"],
      ["deep", `${"[".repeat(99)}"${CANARY}"${"]".repeat(99)}`, "E-ANSWER-DEEP"],
      ["secret", `{"accessToken":"${CANARY}"}`, "E-ANSWER-SECRET"],
    ] as const) {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, content);
      expectRefusal(await sd(prove("keys", "--answer", file)), code, 1);
    }
    expectRefusal(
      await sd(prove("keys", "--answer", join(folder, "gone.json"))),
      "E-FILE-MISSING",
      1,
    );
    const plan = join(folder, "plan.yaml");
    writeFileSync(plan, `plan: x # ${CANARY}\n`);
    const [file = ""] = answersIn(folder, "hsm-created");
    expectRefusal(
      await sd(["runbook", "prove", "keys", "--plan", plan, "--answer", file]),
      "E-PLAN-MISSING",
      2,
    );
  });
});

describe("sd runbook list", () => {
  it("names every runbook in its order, and every check", async () => {
    const { result } = await sdJson(["runbook", "list"]);
    const names = (result["runbooks"] as readonly { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(Object.keys(RUNBOOKS));
    expect(result["checks"]).toHaveLength(CHECK_NAMES.length);
    expect(result["runbooks"]).toContainEqual(
      expect.objectContaining({
        name: "extend",
        phase: "0",
        lasts: "up to 30 minutes; 24.5 recorded",
        from: "Microsoft",
      }),
    );
  });

  it("groups them by the plan's phases, in their order, and says who states how long each takes", async () => {
    const { out } = await sd(["runbook", "list"]);
    const [runbooks = ""] = out.split("\nChecks:");
    const phases = [...runbooks.matchAll(/^ {2}(0|1a|1b|soak|2|when-due) /gm)].map(
      ([, one = ""]) => one,
    );
    expect(phases).toHaveLength(Object.keys(RUNBOOKS).length);
    const onTheWay = phases.filter((phase) => phase !== "when-due");
    expect([...new Set(onTheWay)]).toEqual(["0", "1a", "1b", "soak", "2"]);
    expect(onTheWay).toEqual(
      onTheWay.toSorted((one, other) => onTheWay.indexOf(one) - onTheWay.indexOf(other)),
    );
    expect(out).toContain("Takes 8 to 14 minutes; allow 30 (recorded).");
  });
});

describe("sd runbook list --csv", () => {
  it("writes each step of each runbook that the plan has, with empty columns for people", async () => {
    const file = join(temporaryFolder(), "steps.csv");
    const list = ["runbook", "list", "--plan", PLAN, "--csv", file];
    const { code, result } = await sdJson(list);
    const rows = readFileSync(file, "utf8").trimEnd().split("\r\n");
    expect({ code, steps: result["steps"] }).toEqual({ code: 0, steps: rows.length - 1 });
    expect(rows[0]).toMatch(/^"Number","Runbook",.*"Owner","Due","Done"$/);
    const { plan } = readPlan(readFileSync(PLAN, "utf8"));
    const counted = Object.values(RUNBOOKS).flatMap(({ steps }) => steps(plan)).length;
    expect(rows).toHaveLength(1 + counted);
    for (const row of rows) expect(row.split(/","/)).toHaveLength(14);
    expectRefusal(await sd(list), "E-FILE-EXISTS");
    expectRefusal(await sd(["runbook", "list", "--csv", `${file}2`]), "E-USAGE", 2);
    expectRefusal(await sd(["runbook", "list", "--plan", PLAN]), "E-USAGE", 2);
  });
});

describe("sd runbook show", () => {
  it("prints the whole as Markdown", async () => {
    const { code, out, errors } = await sd(["runbook", "show", "extend", "--plan", PLAN]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toMatch(/^# Extend the HSM to its second region\n/);
    expect(out).toContain("--region centralindia");
    const powershell = await sd([
      "runbook",
      "show",
      "extend",
      "--plan",
      PLAN,
      "--shell",
      "powershell",
    ]);
    expect(powershell.out).toContain(" `\n  --region centralindia");
  });

  it("writes each file that a command reads, once, and overwrites nothing", async () => {
    const folder = join(temporaryFolder(), "out");
    const show = ["runbook", "show", "rotation-policies", "--plan", PLAN, "--out", folder];
    expectRefusal(await sd([...show.slice(0, -1), join(folder, "deeper")]), "E-FILE-WRITE", 1);
    const { result } = await sdJson(show);
    expect(result).toMatchObject({ written: true, files: [{ file: "rotation-policy.json" }] });
    expect(readdirSync(folder)).toEqual(["rotation-policy.json"]);
    const written = readFileSync(join(folder, "rotation-policy.json"), "utf8");
    // The same again changes nothing; another content of that name is kept.
    expect((await sdJson(show)).result).toEqual(result);
    writeFileSync(join(folder, "rotation-policy.json"), "mine");
    expectRefusal(await sd(show), "E-FILE-EXISTS", 1);
    expect(readFileSync(join(folder, "rotation-policy.json"), "utf8")).toBe("mine");
    expect(JSON.parse(written)).toHaveProperty("lifetimeActions");
  });
});

describe.skipIf(withoutPoppler)("sd runbook show --pdf (needs poppler)", () => {
  const show = (...flags: readonly string[]): readonly string[] => [
    "runbook",
    "show",
    "keys",
    "--plan",
    PLAN,
    ...flags,
  ];
  /** Without spaces: a long command is broken into lines. */
  const dense = (text: string): string => text.replaceAll(/\s/g, "");

  it("prints each step with every command, who decides, and room for initials", async () => {
    const file = join(temporaryFolder(), "keys.pdf");
    const { code, result } = await sdJson(show("--pdf", file));
    const { all, pages, info } = readPdf(readFileSync(file));
    expect({ code, pdf: result["pdf"] }).toMatchObject({ code: 0, pdf: { pages: pages.length } });
    const commands = stepData("keys", readPlan(readFileSync(PLAN, "utf8")).plan, sha256).flatMap(
      ({ commands: own, proofs }) => [...own, ...proofs.flatMap(({ reads }) => reads)],
    );
    expect(commands.length).toBeGreaterThan(10);
    for (const { bash } of commands) expect(dense(all)).toContain(dense(bash ?? ""));
    for (const part of ["Two people acknowledge by name", "Confirmed by", "Initials"])
      expect(all).toContain(part);
    expect(info.get("Subject")).toContain(sha256(readFileSync(PLAN, "utf8")));
  });

  it("is the same file each time, and overwrites none", async () => {
    const folder = temporaryFolder();
    const [one, other] = [join(folder, "one.pdf"), join(folder, "other.pdf")];
    for (const file of [one, other]) expect((await sd(show("--pdf", file))).code).toBe(0);
    expect(readFileSync(one)).toEqual(readFileSync(other));
    expectRefusal(await sd(show("--pdf", one)), "E-FILE-EXISTS");
  });
});

describe("sd runbook state", () => {
  it("tells what is done, open and drifted", async () => {
    const folder = join(temporaryFolder(), "answers");
    mkdirSync(folder);
    answersIn(folder, "hsm-created");
    answersIn(folder, "keys");
    const state = ["runbook", "state", "--plan", PLAN, "--answers", folder, ...ON];
    const before = await sdJson(state);
    const stateIn = ({ result }: typeof before, check: string) =>
      (result["checks"] as readonly { check: string; state: string }[]).find(
        (one) => one.check === check,
      )?.state;
    expect(stateIn(before, "hsm-created")).toBe("done");
    expect(stateIn(before, "keys")).toBe("done");
    expect(stateIn(before, "disk-sets")).toBe("open");
    expect(stateIn(before, "hsm-deleted")).toBe("open");
    expect(before.result).toMatchObject({ drifted: 0 });
    const named = rightFor("hsm-created");
    set("hsm", "properties.networkAcls.bypass", "None")(named);
    writeFileSync(join(folder, "drift.json"), JSON.stringify(named["hsm"]));
    const after = await sdJson(state);
    expect([before.code, after.code]).toEqual([0, 1]);
    expect(stateIn(after, "public-access")).toBe("drifted");
    expect((await sd(state)).out).toContain("found None");
    expectRefusal(await sd([...state.slice(0, 5), CANARY, ...ON]), "E-DIR-MISSING", 1);
  });

  it("calls what only later runbooks prove not reached: neither drifted nor done", async () => {
    const folder = temporaryFolder();
    answersIn(folder, "disks");
    for (const name of readdirSync(folder)) {
      // The machine of phase 2 has not been encrypted yet, and its account has a key already.
      const path = join(folder, name);
      const text = readFileSync(path, "utf8");
      const isLater = text.includes("contoso-app-si1");
      const before = text.replaceAll(
        "EncryptionAtRestWithCustomerKey",
        "EncryptionAtRestWithPlatformKey",
      );
      writeFileSync(path, isLater ? before : text);
    }
    answersIn(folder, "storage-key");
    const state = ["runbook", "state", "--plan", PLAN, "--answers", folder, ...ON];
    const stateIn = ({ result }: Awaited<ReturnType<typeof sdJson>>, check: string) =>
      (result["checks"] as readonly { check: string; state: string }[]).find(
        (one) => one.check === check,
      )?.state;
    const all = await sdJson(state);
    expect([stateIn(all, "disks"), stateIn(all, "storage-key")]).toEqual(["drifted", "done"]);
    expect((await sd(state)).out).toContain("name the last one (--until)");
    const until = await sdJson([...state, "--until", "ad-disks"]);
    expect(until.code).toBe(0);
    expect([stateIn(until, "disks"), stateIn(until, "storage-key")]).toEqual([
      "done",
      "not-reached",
    ]);
    expect(until.result["notReached"]).toBeGreaterThan(3);
    // What is run when it is due is not on the way.
    expect(stateIn(until, "hsm-deleted")).toBe("open");
    expect((await sd([...state, "--until", "provision"])).out).toMatch(/^not-reached +disks /m);
    expectRefusal(await sd([...state, "--until", CANARY]), "E-USAGE", 2);
  });

  it("names a file that is no answer, and stops for none but one with a secret", async () => {
    const folder = temporaryFolder();
    answersIn(folder, "keys");
    const state = ["runbook", "state", "--plan", PLAN, "--answers", folder, ...ON];
    writeFileSync(join(folder, "empty.json"), "");
    writeFileSync(join(folder, "torn.json"), "{");
    const { code, result } = await sdJson(state);
    expect(code).toBe(3);
    expect(result["unread"]).toEqual([
      { file: "empty.json", why: "E-ANSWER-EMPTY" },
      { file: "torn.json", why: "E-ANSWER-JSON" },
    ]);
    expect((await sd(state)).out).toContain("  empty.json: E-ANSWER-EMPTY");
    writeFileSync(join(folder, "secret.json"), JSON.stringify({ password: CANARY }));
    expectRefusal(await sd(state), "E-ANSWER-SECRET", 1);
  });
});
