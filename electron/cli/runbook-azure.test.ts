// `sd runbook` that reads Azure itself, and `sd rehearse` of a deployment: what people and programs get.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { changesOf } from "../deployment/changes/changes.ts";
import { CHECK_NAMES, CHECKS, readPlan } from "../deployment/deployment.ts";
import { QuietWatch } from "../hsm/quiet.ts";
import { put } from "../rehearsal-arm/world/json-path.ts";
import { contosoBegins } from "../rehearsal-arm/people.fixture.ts";
import type { RunningArm } from "../rehearsal-arm/rehearsal-arm.ts";
import type { Resource } from "../rehearsal-arm/world/resource.ts";
import { carriedOut } from "../rehearsal-arm/carried-out.fixture.ts";
import { ALL_RUNBOOKS } from "../rehearsal-arm/all-runbooks.ts";
import { signOfLife, telling } from "./runbook/azure.ts";
import { sd, sdJson, temporaryFolder } from "./program.fixture.ts";

const PLAN = fileURLToPath(new URL("../../ceremony-scripts/plans/contoso.yaml", import.meta.url));

/** What no deployment has by itself, and what its rehearsal deleted. */
const OURS =
  /^(?:plan|title|recoveryHsm$|soak|prices|assumptions|questions|aksClusters\[\]\.isNew)/;

/** The flags by which a rehearsal's subscription is read. */
function connection(arm: RunningArm, person = "reader"): readonly string[] {
  const file = join(temporaryFolder(), "token");
  writeFileSync(file, arm.people.get(person)?.token ?? "");
  const url = `https://${arm.host}:${String(arm.port)}`;
  return ["--hsm-url", url, "--ca-file", arm.caFile, "--token-file", file];
}

describe("a deployment that was carried out", () => {
  it("is read and checked, and its drift is named", async () => {
    const { arm, deployment } = await contosoBegins();
    await carriedOut(deployment, ALL_RUNBOOKS.slice(0, ALL_RUNBOOKS.indexOf("soak")));
    const folder = join(temporaryFolder(), "answers");
    mkdirSync(folder);
    // What runs in machines, and what steps kept, comes as files.
    for (const check of ["jump-boxes", "dns-forwarders", "dc-health", "full-backup"] as const)
      for (const command of CHECKS[check].reads(deployment.plan))
        writeFileSync(join(folder, command.into ?? ""), (await deployment.read(command)) ?? "");
    const given = ["--plan", PLAN, "--rehearsal", "--answers", folder];
    const state = ["runbook", "state", ...given, ...connection(arm)];
    const first = await sdJson(state);
    const states = (result: unknown) =>
      (result as { checks: { check: string; state: string }[] }).checks;
    const named = (state: string): readonly string[] =>
      states(first.result)
        .filter((one) => one.state === state)
        .map(({ check }) => check)
        .toSorted();
    expect(named("drifted")).toEqual([]);
    expect(named("open")).toEqual([
      // Only people may see whom it tells.
      "action-group",
      "hsm-deleted",
      "key-rotated",
      // az's own version and the probe disk are answered by people.
      "preflight",
      "probe-disk",
      "recovery-access",
      // The rehearsal ended with its HSM.
      "recovery-hsm",
      "recovery-hsm-alone",
      "recovery-hsm-deleted",
      "region-removed",
      "repointed",
      "soak",
      "traffic-switched",
    ]);
    expect(named("done")).toHaveLength(CHECK_NAMES.length - named("open").length);
    expect(first.code).toBe(0);

    const id = `/subscriptions/${deployment.plan.subscription}/resourceGroups/Contoso-Prod-RG/providers/Microsoft.Compute/disks/contoso-dc-si1-os`;
    const disk = arm.see(id) as Resource;
    arm.place(put(disk, "properties.encryption.type", "EncryptionAtRestWithPlatformKey"));
    const second = await sd(state);
    expect(second.code).toBe(1);
    expect(second.out).toContain(
      "contoso-dc-si1-os: properties.encryption.type: expected EncryptionAtRestWithCustomerKey, "
        + "found EncryptionAtRestWithPlatformKey",
    );

    const seen = join(temporaryFolder(), "seen.yaml");
    const { result } = await sdJson([
      ...["plan", "from-azure", "--out", seen, "--name", "seen", "--hsm", deployment.plan.hsm.name],
      ...["--subscription", deployment.plan.subscription, ...connection(arm)],
    ]);
    expect(result["unread"]).toEqual([]);
    const existing = readPlan(readFileSync(seen, "utf8")).plan;
    const unknown = result["unknown"] as readonly string[];
    const unexplained = changesOf(deployment.plan, existing).filter(
      ({ form, how }) =>
        // A subscription has no order.
        how !== "reordered"
        && !OURS.test(form)
        && !unknown.some((one) => form.startsWith(one) || one.startsWith(form)),
    );
    expect(unexplained.map(({ how, member, was, is }) => [how, member, was, is])).toEqual([]);

    const proven = await sd(["runbook", "prove", "keys", "--plan", PLAN, ...connection(arm)]);
    expect({ code: proven.code, errors: proven.errors }).toEqual({ code: 0, errors: "" });
    const refused = await sdJson([
      ...["runbook", "prove", "keys", "--plan", PLAN],
      ...connection(arm, "contributor"),
    ]);
    // Who may not read is told so; nothing is proven by what was not read.
    expect(refused).toMatchObject({
      code: 1,
      result: {
        proven: false,
        unread: expect.arrayContaining([expect.objectContaining({ why: "E-HSM-AUTH" })]) as unknown,
      },
    });
  });
});

describe("a server that answers in Azure's place", () => {
  it("does not count as an empty deployment: exit code 3 says that not all was read", async () => {
    const { arm } = await contosoBegins();
    arm.troubles.push({ path: /./, answer: { status: 200, body: [] } });
    const state = ["runbook", "state", "--plan", PLAN, ...connection(arm)];
    const { code, out } = await sd(state);
    expect(code).toBe(3);
    expect(out).toContain("E-HSM-BODY");
    expect(out).toMatch(
      /^0 done, \d+ open, 0 drifted; \d+ answers could not be read, so this is not all$/m,
    );
  });
});

describe("a reading that takes long", () => {
  it("reports itself every 15 seconds, and a wait at once", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "setInterval", "clearInterval", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const lines: string[] = [];
    const watch = new QuietWatch();
    const tell = () => void lines.push(signOfLife(watch, "1 of 3 answers are here."));
    const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1000));
    const reading = telling(tell, async () => {
      watch.asked();
      await seconds(55);
      watch.asked();
      await seconds(1);
      watch.putOff(40);
      tell();
      await seconds(40);
      watch.putOff(null);
      await seconds(20);
      watch.rests();
    });
    await vi.advanceTimersByTimeAsync(116_000);
    await reading;
    expect(lines.map((line) => line.replace(/; 1 of 3.*$/, ""))).toEqual([
      "Azure has not answered for 15 seconds",
      "Azure has not answered for 30 seconds",
      "Azure has not answered for 45 seconds",
      "Azure asks to wait: the question is sent again in 40 seconds",
      "Azure asks to wait: the question is sent again in 40 seconds",
      "Azure asks to wait: the question is sent again in 25 seconds",
      "Azure asks to wait: the question is sent again in 10 seconds",
      "Reading Azure: 1 of 3 answers are here.",
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(lines).toHaveLength(8);
  });
});

describe("sd rehearse, with a plan", () => {
  it("carries a runbook out, after what comes before it", async () => {
    const out = join(temporaryFolder(), "out");
    const { code, out: said } = await sd(["rehearse", "extend", "--plan", PLAN, "--out", out]);
    expect(code, said).toBe(0);
    expect(said).toContain("proven: region-extended");
    expect(readdirSync(out).toSorted()).toEqual(["answers", "report.json", "report.md"]);
    expect(readFileSync(join(out, "report.md"), "utf8")).toContain("It went to its end.");
    expect(readdirSync(join(out, "answers"))).toContain("Contoso-PROD-HSM-regions.json");
    const again = await sd(["rehearse", "extend", "--plan", PLAN, "--out", out]);
    expect(again.code).toBe(1);
    expect(again.errors).toContain("E-FILE-EXISTS");
  });

  it("stops at the proof that is made to fail, and names the member", async () => {
    const { code, out } = await sd([
      ...["rehearse", "extend", "--plan", PLAN, "--out", join(temporaryFolder(), "out")],
      ...["--wrong", "region-extended", "--json"],
    ]);
    // A line for each step that is told, then the outcome.
    const result: unknown = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");
    expect(code).toBe(1);
    expect(result).toMatchObject({
      stopped: {
        runbook: "extend",
        check: "region-extended",
        findings: [expect.objectContaining({ found: "Provisioning" }) as unknown],
      },
    });
  });

  it("makes wrong what people print on a jump box, too", async () => {
    const out = join(temporaryFolder(), "out");
    const { code, out: said } = await sd([
      ...["rehearse", "endpoints", "--plan", PLAN, "--out", out, "--wrong", "jump-boxes"],
    ]);
    expect(code).toBe(1);
    expect(said).toContain("contoso-bastion-southindia: addresses: expected addresses in");
  });

  it.each([
    [["nothing"], "runbook"],
    [["extend", "--wrong", "nothing"], "--wrong takes one of"],
    [["extend", "--wrong", "soak"], "extend does not prove soak, but: region-extended"],
  ])("says what it takes: %j", async (words, text) => {
    const { code, errors } = await sd([
      "rehearse",
      ...words,
      ...["--plan", PLAN, "--out", join(temporaryFolder(), "out")],
    ]);
    expect(code).toBe(2);
    expect(errors).toContain(text);
  });
});
