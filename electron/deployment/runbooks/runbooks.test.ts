// Every runbook is whole: its steps say who, what, how long and how to undo it, each check is reached by
// some step, and its paper has every command in both shells.
import { english } from "../../text/english.ts";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { lineOf } from "../commands/shells.ts";
import { CHECK_NAMES, CHECKS } from "../proofs/checks.ts";
import { contoso } from "../proofs/right.fixture.ts";
import type { Plan } from "../plan/plan.ts";
import { RUNBOOKS as NAMES } from "../plan/runbook-names.ts";
import { openFor } from "./blocked.ts";
import { filesOf } from "./files.ts";
import { runbookMarkdown } from "./markdown.fixture.ts";
import { RUNBOOKS } from "./runbooks.ts";
import { stepData } from "./step-data.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const paper = (
  name: (typeof NAMES)[number],
  shell: "bash" | "powershell",
  plan: Plan = contoso,
): string => runbookMarkdown(name, { plan, planFile: "contoso.yaml", shell, sha256 });

const allSteps = NAMES.flatMap((name) =>
  RUNBOOKS[name].steps(contoso).map((step) => ({ name, step })),
);

describe("the runbooks", () => {
  it("are those that a plan's questions may block, in their order", () => {
    expect(Object.keys(RUNBOOKS)).toEqual([...NAMES]);
  });

  it("reach every check", () => {
    const reached = new Set(allSteps.flatMap(({ step }) => step.proofs));
    expect(CHECK_NAMES.filter((check) => !reached.has(check))).toEqual([]);
  });

  it("say of each step who does it, what it changes, how to undo it and how long it takes", () => {
    for (const { step } of allSteps)
      for (const text of [step.title, step.role, step.changes, step.undo, step.takes])
        expect(english(text)).not.toBe("");
  });

  it("have a proof in every runbook, and end with one", () => {
    for (const name of NAMES) expect(RUNBOOKS[name].steps(contoso).at(-1)?.proofs).not.toEqual([]);
  });

  it("let two people acknowledge what nobody can undo, and what is billed by the hour", () => {
    for (const { step } of allSteps)
      if (
        english(step.undo).startsWith("Nobody can")
        || english(step.cost ?? "").includes("hourly price")
      )
        expect({ title: step.title, asked: step.twoPeople !== undefined }).toEqual({
          title: step.title,
          asked: true,
        });
  });

  it("wait six minutes after every write of a key or role to the HSM", () => {
    const writes = /^keyvault (key (create|rotate|rotation-policy update)|role assignment create)/;
    for (const { step } of allSteps) {
      const lines = (step.commands ?? []).map(({ words }) =>
        words
          .slice(1, 6)
          .filter((word) => typeof word === "string")
          .join(" "),
      );
      if (lines.some((line) => writes.test(line)))
        expect(english(step.wait ?? "")).toContain("6 minutes");
    }
  });
});

describe("the runbook ad-disks", () => {
  it("asks for a controller's health only once the deallocation's own events no longer count", () => {
    const after = RUNBOOKS["ad-disks"]
      .steps(contoso)
      .filter(({ title }) => english(title).includes("next one"));
    expect(after).toHaveLength(3);
    for (const { wait } of after) expect(english(wait ?? "")).toContain("more than four hours ago");
    const { text = "" } = filesOf(contoso).find(({ name }) => name === "dc-health.ps1") ?? {};
    expect(text).toContain("AddHours(-4)");
  });
});

describe("a plan that has only a part", () => {
  const { failoverGroup, siteRecovery, hsm, ...rest } = contoso;
  const { extension, ...oneRegion } = hsm;
  const proofsIn = (name: (typeof NAMES)[number], plan: Plan): readonly string[] =>
    RUNBOOKS[name].steps(plan).flatMap(({ proofs }) => proofs);

  it("without SQL has a soak, a rotation and, with Site Recovery, a failover and its way back", () => {
    const plan: Plan = { ...rest, hsm, sqlInstances: [], ...(siteRecovery && { siteRecovery }) };
    expect(failoverGroup).toBeDefined();
    for (const name of ["soak", "rotation", "failover", "failback"] as const) {
      const proofs = proofsIn(name, plan);
      expect(proofs.length).toBeGreaterThan(0);
      expect(proofs.filter((one) => /^mi-|failover-group|traffic-switched/.test(one))).toEqual([]);
      expect(paper(name, "bash", plan)).not.toContain("undefined");
    }
    expect(english(RUNBOOKS.soak.steps(plan)[0]!.title)).toBe(
      "Take a sample every 5 minutes, for the whole period",
    );
    expect(() => proofsIn("failover", { ...rest, hsm })).toThrow(
      expect.objectContaining({ code: "E-RUNBOOK-PLAN" }),
    );
  });

  it("without disks, backup or domain controllers asks for none of them", () => {
    const { backup, ...plan } = { ...contoso, diskSets: [], domainControllers: [], machines: [] };
    expect(backup).toBeDefined();
    const proofs = (["soak", "rotation", "failover", "failback", "removal"] as const).flatMap(
      (name) => proofsIn(name, plan),
    );
    expect(proofs).toContain("mi-databases");
    expect(proofs.filter((one) => /disk|backup|dc-health|controllers/.test(one))).toEqual([]);
  });

  it("of one region can have its HSM deleted", () => {
    expect(extension).toBe("centralindia");
    const steps = RUNBOOKS.removal.steps({ ...contoso, hsm: oneRegion });
    expect(steps.map(({ title }) => english(title))).toEqual([
      "Prove the newest backup",
      "Delete Contoso-PROD-HSM",
    ]);
  });
});

describe("a recovery", () => {
  const steps = RUNBOOKS["recovery-rehearsal"].steps(contoso);
  const linesOf = (name: (typeof NAMES)[number], plan: Plan = contoso): readonly string[] =>
    RUNBOOKS[name]
      .steps(plan)
      .flatMap(({ commands = [] }) => commands)
      .map((command) => lineOf(command, "bash").replaceAll(" \\\n ", ""));

  it("needs as many officers as the quorum, and says that the HSM's name is taken afterwards", () => {
    const { securityDomain } = contoso.hsm;
    const plan = {
      ...contoso,
      hsm: { ...contoso.hsm, securityDomain: { ...securityDomain, quorum: 3 } },
    };
    const [create, ceremony] = RUNBOOKS["recovery-rehearsal"].steps(plan);
    expect(english(ceremony!.role)).toContain("3 officers with their keys");
    expect(english(create!.undo)).toContain("az keyvault purge");
    const protectedOne = { ...plan.recoveryHsm!, purgeProtection: true };
    const [kept] = RUNBOOKS["recovery-rehearsal"].steps({ ...plan, recoveryHsm: protectedOne });
    expect(english(kept!.undo)).toContain("until then its name is taken");
  });

  it("leaves 30 minutes between the backup of the second HSM and the restore", () => {
    const [backup, restore] = steps.slice(2);
    expect(english(backup?.wait ?? "")).toContain("30 minutes");
    const timed = stepData("recovery-rehearsal", contoso, () => "0".repeat(64))[2];
    expect(timed?.waitSeconds).toBe(1800);
    expect(english(backup!.title)).toBe("Back the second HSM up");
    expect(english(restore!.title)).toBe("Restore the backup into Contoso-RECOVERY-HSM");
  });

  it("asks the HSM before a backup and before a restore whether it would succeed", () => {
    const [line = ""] = linesOf("full-backup");
    expect(line).toContain("az rest --method post --url");
    expect(line).toContain(
      "https://contoso-prod-hsm.managedhsm.azure.net/prebackup?api-version=7.6",
    );
    const body = filesOf(contoso).find(({ name }) => name === "prebackup.json")?.text ?? "";
    const container = {
      storageResourceUri: "https://contosohsmbackup.blob.core.windows.net/hsm-backups",
      useManagedIdentity: true,
    };
    expect(JSON.parse(body)).toEqual(container);
    const notes = steps.flatMap((step) => (step.notes ?? []).map(english)).join("\n");
    expect(notes).toContain("https://contoso-recovery-hsm.managedhsm.azure.net/prerestore?");
    const told = /with (\{.*\}) in that file/.exec(notes)?.[1] ?? "";
    expect(JSON.parse(told)).toEqual({ folderToRestore: "FOLDER", sasTokenParameters: container });
    // One that knows no such question is no reason to stop.
    expect(notes).toContain("then continue without");
    expect(paper("recovery-rehearsal", "bash")).toContain(told);
  });

  it("closes the second HSM when everything uses it, and says before that it is open", () => {
    expect(linesOf("repoint").at(-1)).toMatch(
      /update-hsm --hsm-name Contoso-RECOVERY-HSM .*Disabled --default-action Deny/,
    );
    expect(RUNBOOKS.repoint.steps(contoso).at(-1)?.proofs).toEqual(["recovery-access"]);
    const restored = steps.find(({ proofs }) => proofs.includes("recovery-hsm"));
    expect(restored?.notes?.map(english).join(" ")).toContain("open to the internet");
  });

  it("ends in a runbook of its own, which closes, deletes and purges the second HSM", () => {
    const [keys, closed, purged, ...more] = RUNBOOKS["recovery-end"].steps(contoso);
    expect([keys, closed, purged].map((step) => step?.proofs)).toEqual([
      ["recovery-hsm"],
      ["recovery-hsm-deleted"],
      ["recovery-hsm-gone"],
    ]);
    expect(more).toEqual([]);
    expect(english(closed?.cost ?? "")).toContain(
      "at most for 7 days after its deletion: USD 537.60,",
    );
    expect([closed, purged].map((step) => step?.twoPeople !== undefined)).toEqual([true, true]);
    const [shut, gone, free] = linesOf("recovery-end");
    expect(shut).toMatch(/--public-network-access Disabled --default-action Deny/);
    expect(gone).toContain("az keyvault delete --hsm-name Contoso-RECOVERY-HSM ");
    expect(free).toContain("az keyvault purge --hsm-name Contoso-RECOVERY-HSM --location ");
    expect(linesOf("repoint")[0]).toContain("--enable-purge-protection true");
  });

  it("purges no second HSM that cannot be purged, and protects it no second time", () => {
    const plan: Plan = {
      ...contoso,
      recoveryHsm: { ...contoso.recoveryHsm!, purgeProtection: true },
    };
    const [, closed, last] = RUNBOOKS["recovery-end"].steps(plan);
    expect(english(closed?.cost ?? "")).toContain("and for 7 days");
    expect(last).toMatchObject({ proofs: ["recovery-hsm-gone"] });
    expect(english(last?.takes ?? "")).toContain("7 days");
    expect(linesOf("recovery-end", plan).join("\n")).not.toContain("purge ");
    expect(linesOf("repoint", plan).join("\n")).not.toContain("--enable-purge-protection");
  });
});

describe("the runbook keys", () => {
  it("looks for deleted keys too, whose names are taken", () => {
    const [first] = RUNBOOKS.keys.steps(contoso);
    const lines = (first?.commands ?? []).map((command) => lineOf(command, "bash"));
    expect(lines.join("\n")).toContain("keyvault key list-deleted");
  });
});

describe("a probe disk", () => {
  it("is tried with a set that is there by then, whatever the plan's order", () => {
    const plan: Plan = { ...contoso, diskSets: contoso.diskSets.toReversed() };
    const lines = RUNBOOKS["ad-disks"]
      .steps(plan)
      .flatMap(({ commands = [] }) => commands)
      .map((command) => lineOf(command, "bash").replaceAll(" \\\n ", ""));
    const nameIn = (line: string, at: RegExp): string => at.exec(line)?.[1] ?? "";
    const made = lines
      .filter((line) => line.includes("disk-encryption-set create"))
      .map((line) => nameIn(line, /--name (\S+)/));
    const tried = lines
      .filter((line) => line.includes("az disk create"))
      .map((line) => nameIn(line, /diskEncryptionSets\/(\S+)/));
    expect(tried).toHaveLength(1);
    expect(made).toEqual(expect.arrayContaining(tried));
  });
});

describe("other machines, where there is no domain controller", () => {
  it("get the sets of their replicas too, tried in the other region first", () => {
    const lines = RUNBOOKS["other-vms"]
      .steps({ ...contoso, domainControllers: [] })
      .flatMap(({ commands = [] }) => commands)
      .map((command) => lineOf(command, "bash").replaceAll(" \\\n ", ""));
    const made = lines.filter((line) => line.includes("disk-encryption-set create"));
    expect(made.filter((line) => line.includes("--name Contoso-VM-DES-"))).toHaveLength(2);
    expect(lines.some((line) => line.includes("az disk create"))).toBe(true);
  });
});

describe("a failover", () => {
  it("asks for nothing that only the lost region could answer", () => {
    const reads = RUNBOOKS.failover
      .steps(contoso)
      .flatMap(({ proofs }) => proofs)
      .flatMap((check) => CHECKS[check].reads(contoso))
      .map((command) => lineOf(command, "bash"));
    expect(reads.length).toBeGreaterThan(4);
    const lost =
      /contoso-bastion-southindia|contoso-dc-si|contoso-sqlmi |sqlmi\/|--location southindia/;
    expect(reads.filter((line) => lost.test(line))).toEqual([]);
  });
});

describe("a runbook's paper", () => {
  it.each(NAMES)(
    "%s has its steps, its commands and its proofs, in bash and PowerShell",
    (name) => {
      for (const shell of ["bash", "powershell"] as const) {
        const text = paper(name, shell);
        const steps = RUNBOOKS[name].steps(contoso);
        expect(text.match(/^## \d+\. /gm) ?? []).toHaveLength(steps.length);
        for (const { title, proofs } of steps) {
          expect(text).toContain(english(title));
          for (const check of proofs)
            expect(text).toContain(`sd runbook prove ${check} --plan contoso.yaml --answer `);
        }
        expect(text).not.toMatch(/undefined|\[object/);
        expect(text).toContain(shell === "bash" ? "```sh" : "```powershell");
      }
    },
  );

  it("says at its top which open questions block it, and stops saying so when they are answered", () => {
    const ids = openFor(contoso, "provision").map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(["A1", "Q23"]));
    expect(ids).not.toContain("Q7");
    const before = paper("provision", "bash");
    expect(before.indexOf("## Stop: open questions block this runbook\n")).toBeLessThan(
      before.indexOf("## 1."),
    );
    const answered: Plan = {
      ...contoso,
      assumptions: contoso.assumptions.map((one) => ({ ...one, answer: "Yes.", holds: true })),
      questions: contoso.questions.map((one) => ({ ...one, answer: "Yes." })),
    };
    expect(paper("provision", "bash", answered)).not.toContain("Stop: open questions");
    const denied = {
      ...answered,
      assumptions: answered.assumptions.map((one) => ({ ...one, holds: false })),
    };
    expect(paper("provision", "bash", denied)).toContain("**A1**");
    const decided: Plan = {
      ...contoso,
      assumptions: [],
      questions: contoso.questions.map((one) => ({
        ...one,
        decision: { by: ["Asha Iyer", "Dev Kulkarni"], date: "2026-11-27", reason: "Pilot." },
      })),
    };
    expect(paper("provision", "bash", decided)).toContain("Decided by Asha Iyer and Dev Kulkarni.");
    expect(paper("provision", "bash", decided)).not.toContain("Stop: open questions");
  });

  it("says who decided on a quorum of two, and the numbers of every quorum", () => {
    const securityDomain = {
      ...{ officers: 3, quorum: 2 },
      decision: { by: ["Asha Iyer", "Dev Kulkarni"], date: "2026-11-27", reason: "As planned." },
    };
    const of = (domain: Plan["hsm"]["securityDomain"]): Plan => ({
      ...contoso,
      hsm: { ...contoso.hsm, securityDomain: domain },
    });
    const decided = paper("activate", "bash", of(securityDomain));
    expect(decided).toContain("2 of 3 was decided by Asha Iyer and Dev Kulkarni on 2026-11-27");
    expect(decided).toContain("sd rehearse activation --officers 3 --quorum 2");
    const alone = { ...securityDomain.decision, by: ["Anna Berg", "anna  berg"] };
    expect(paper("activate", "bash", of({ ...securityDomain, decision: alone }))).not.toContain(
      "was decided by",
    );
    const other = paper("activate", "bash", of({ officers: 5, quorum: 3 }));
    expect(other).toContain("with 5 officers and a quorum of 3: it proves every group of 3 keys");
    expect(other).toContain("sd rehearse activation --officers 5 --quorum 3");
  });

  it("counts one person's decision as nobody's", () => {
    const decision = { by: ["Anna Berg", "Anna Berg"], date: "2026-11-27", reason: "Pilot." };
    const alone: Plan = {
      ...contoso,
      questions: contoso.questions.map((one) => ({ ...one, decision })),
    };
    expect(openFor(alone, "provision").every(({ decidedBy }) => decidedBy.length === 0)).toBe(true);
  });

  it.each([
    ["public-access", { bypass: "None" }, "--bypass", "P-HSM-BYPASS"],
    ["provision", { retentionDays: 91 }, "--retention-days", "P-HSM-RETENTION"],
  ] as const)("%s has no command that a finding forbids: %j", (name, change, flag, code) => {
    const plan: Plan = { ...contoso, hsm: { ...contoso.hsm, ...change } };
    for (const shell of ["bash", "powershell"] as const) {
      expect(paper(name, shell)).toContain(flag);
      const text = paper(name, shell, plan);
      expect(text).not.toContain(flag);
      expect(text).toContain(`- **${code}** (\`hsm.`);
      // What it is not about is printed as before.
      expect(text).toContain(name === "provision" ? "az identity create" : "sd runbook prove");
    }
  });

  it("of a machine about which nothing is known has no command for its disks, and all others", () => {
    const text = paper("ad-disks", "bash");
    expect(text).toContain("P-DISK-ADE-UNKNOWN");
    expect(text).not.toContain("az vm deallocate");
    expect(text).toContain("az disk-encryption-set create");
  });

  it("lets no text of the plan be Markdown, and no name break a command", () => {
    const hostile: Plan = {
      ...contoso,
      title: "x <script> `rm -rf` **bold** | cell",
      hsm: { ...contoso.hsm, name: "it's; touch `hacked` $(id)" },
    };
    const text = paper("public-access", "bash", hostile);
    expect(text).not.toContain("<script>");
    expect(text).toContain(`'it'\\''s; touch \`hacked\` $(id)'`);
    expect(() =>
      paper("public-access", "powershell", { ...contoso, hsm: { ...contoso.hsm, name: 'a"b' } }),
    ).toThrow(expect.objectContaining({ code: "E-SHELL-VALUE" }));
  });

  it("proves each file's bytes before a command reads it", () => {
    {
      const file = "rotation-policy.json";
      const { text = "" } = filesOf(contoso).find(({ name }) => name === file) ?? {};
      const bash = paper("rotation-policies", "bash");
      expect(bash).toContain(`echo '${sha256(text)}  ${file}' | sha256sum --check --strict`);
      expect(bash.indexOf("sha256sum")).toBeLessThan(bash.indexOf("rotation-policy update"));
      expect(paper("rotation-policies", "powershell")).toContain(`-ne '${sha256(text)}') { throw`);
    }
  });

  it("refuses a plan that lacks what it needs", () => {
    const { extension, ...hsm } = contoso.hsm;
    expect(extension).toBe("centralindia");
    expect(() => paper("extend", "bash", { ...contoso, hsm })).toThrow(
      expect.objectContaining({ code: "E-RUNBOOK-PLAN" }),
    );
  });
});

describe("the files", () => {
  it("are ASCII, each name once, one policy for keys that share it", () => {
    const files = filesOf(contoso);
    expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
    for (const { text } of files) expect(text).toMatch(/^[\n\x20-\x7e]+\n$/);
    expect(files.map(({ name }) => name)).toContain("rotation-policy.json");
    const [first, ...others] = contoso.keys;
    const different: Plan = {
      ...contoso,
      keys: [{ ...first!, rotation: { after: "P90D", expiry: "P365D" } }, ...others],
    };
    expect(filesOf(different).map(({ name }) => name)).toContain(
      `rotation-policy-${first!.name}.json`,
    );
  });

  it("have the policy that the HSM reads", () => {
    const { text = "" } =
      filesOf(contoso).find(({ name }) => name === "rotation-policy.json") ?? {};
    expect(JSON.parse(text)).toEqual({
      lifetimeActions: [{ trigger: { timeAfterCreate: "P365D" }, action: { type: "Rotate" } }],
      attributes: { expiryTime: "P730D" },
    });
  });
});
