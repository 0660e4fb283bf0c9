// The scripts print what their proofs read: run here by bash, with `az`, `curl` and `getent` in their place.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readAnswers } from "../answers/answer.ts";
import { CHECKS } from "../proofs/checks.ts";
import { address } from "../proofs/right-hsm.fixture.ts";
import { contoso, KNOWN } from "../proofs/right.fixture.ts";
import { filesOf } from "./files.ts";

const TOKEN = "CANARYq7Zx-token";

/** A folder with the scripts, and programs that answer as Azure and the network would. */
function folderWith(programs: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "sd-scripts-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  for (const { name, text } of filesOf(contoso)) writeFileSync(join(folder, name), text);
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), `#!/bin/bash\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const run = (folder: string, ...args: readonly string[]) => {
  const { stdout, status } = spawnSync("/bin/bash", args, {
    cwd: folder,
    env: { PATH: `${folder}:/usr/bin:/bin` },
  });
  return { out: stdout.toString(), status };
};

describe("reach.sh", () => {
  const programs = (region: string, ip: string, status: number) => ({
    getent: `printf '%s STREAM x\\n%s DGRAM\\n' ${ip} ${ip}`,
    az: `echo ${TOKEN}`,
    curl: [
      'while [ $# -gt 0 ]; do [ "$1" = --dump-header ] && headers=$2; shift; done',
      "read -r line",
      `[ "$line" = 'header = "Authorization: Bearer ${TOKEN}"' ] || exit 9`,
      `printf 'HTTP/1.1 ${String(status)}\\r\\nX-Ms-Keyvault-Region: ${region}\\r\\n\\r\\n' > "$headers"`,
      `printf ${String(status)}`,
    ].join("\n"),
  });
  const reach = (name: string, ...of: Parameters<typeof programs>) =>
    run(folderWith(programs(...of)), "./reach.sh", name).out;

  it("proves the jump boxes, and prints no token", () => {
    const outs = [
      reach("contoso-bastion-southindia", "southindia", "10.1.2.4", 200),
      reach("contoso-bastion-centralindia", "centralindia", "10.2.2.4", 200),
    ];
    expect(outs.join("")).not.toContain(TOKEN);
    const answers = readAnswers(outs.map((out) => new TextEncoder().encode(out)));
    for (const check of ["jump-boxes", "serving-region"] as const)
      expect(CHECKS[check].evaluate({ plan: contoso, answers, ...KNOWN, now: new Date() })).toEqual(
        [],
      );
  });

  it("tells a refusal and a public address", () => {
    const out = reach("contoso-bastion-southindia", "southindia", "20.192.1.1", 403);
    expect(JSON.parse(out)).toMatchObject({ status: 403, addresses: ["20.192.1.1"] });
  });
});

describe("reach.sh, if the name does not resolve", () => {
  it("says so, with no address and no answer of the HSM", () => {
    const programs = { getent: "exit 2", az: `echo ${TOKEN}`, curl: "printf 000; exit 6" };
    const { out } = run(folderWith(programs), "./reach.sh", "contoso-bastion-southindia");
    expect(JSON.parse(out)).toMatchObject({ addresses: [], status: 0, servingRegion: "" });
  });
});

describe("soak-sample.sh", () => {
  it("makes a sample that the soak accepts", () => {
    const az = [
      'case "$*" in',
      '  "account show"*) exit 1;;',
      '  "login --identity --output none") ;;',
      `  "sql midb list"*) echo '[{"name":"contoso-erp","status":"Online"},{"name":"contoso-hr","status":"Online"}]';;`,
      `  "sql mi tde-key show"*) echo '{"uri":"${address("Contoso-PROD-HSM", "Contoso-SQLMI-CMK")}","serverKeyType":"AzureKeyVault"}';;`,
      `  "rest"*) echo '"Available"';;`,
      "  *) exit 9;;",
      "esac",
    ].join("\n");
    const { out, status } = run(
      folderWith({ az }),
      "./soak-sample.sh",
      "contoso-sqlmi",
      "Contoso-Prod-RG",
    );
    expect(status).toBe(0);
    const answers = readAnswers([new TextEncoder().encode(out)]);
    const findings = CHECKS.soak.evaluate({ plan: contoso, answers, ...KNOWN, now: new Date() });
    // One sample is no soak; nothing in the sample itself is wrong.
    expect(findings.filter(({ member }) => member.startsWith("contoso-sqlmi at "))).toEqual([]);
    expect(findings.map(({ member }) => member)).toContain("contoso-sqlmi: sample.at");
  });
});

describe("soak-services.sh", () => {
  it("makes a sample of every other service, which the soak accepts", () => {
    const command = CHECKS.soak
      .reads(contoso)
      .find(({ into }) => into === "soak-services-TIME.json");
    const ids = (command?.words ?? []).flatMap((word) => (typeof word === "string" ? [word] : []));
    expect(ids.length).toBeGreaterThan(4);
    // Signed in already: a second sign-in would fail here.
    const az = `case "$*" in "account show"*) ;; "rest"*) echo '"Available"';; *) exit 9;; esac`;
    const { out, status } = run(folderWith({ az }), "./soak-services.sh", ...ids);
    expect(status).toBe(0);
    const answers = readAnswers([new TextEncoder().encode(out)]);
    const members = CHECKS.soak
      .evaluate({ plan: contoso, answers, ...KNOWN, now: new Date() })
      .map(({ member }) => member);
    expect(members.filter((one) => one.includes(" at "))).toEqual([]);
    expect(members).toContain("services: sample.at");
  });
});

describe("dc-health.ps1", () => {
  const { text = "" } = filesOf(contoso).find(({ name }) => name === "dc-health.ps1") ?? {};

  it("says first whose health it is, and keeps every test that failed", () => {
    expect(text.split("\n")[1]).toBe('"computer: $env:COMPUTERNAME"');
    expect(text).toContain("dcdiag /q | Select-String 'failed test'");
    expect(text).not.toContain("-First");
  });
});

describe("every script for bash", () => {
  it.each(["reach.sh", "soak-sample.sh", "soak-services.sh"])("%s is in order", (name) => {
    expect(run(folderWith({}), "-n", name).status).toBe(0);
  });
});
