// `sd plan`: what is wrong with a plan, what it costs and what a newer one changes, by the built program, with its exit codes.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parse, stringify } from "yaml";
import { describe, expect, it } from "vitest";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { readPlan } from "../deployment/deployment.ts";
import { asAz, rightFor } from "../deployment/proofs/right.fixture.ts";
import {
  CONTOSO_FILE,
  edited,
  settled,
  SMALL,
  type Tree,
} from "../deployment/plan/plan.fixture.ts";
import { readPdf, withoutPoppler } from "../evidence/pdf.fixture.ts";
import {
  CANARY,
  expectRefusal,
  PROGRAM,
  run,
  sd,
  sdJson,
  temporaryFolder,
} from "./program.fixture.ts";
import { atTerminal, noTerminal } from "./terminal.fixture.ts";

/** A file with this plan. */
function fileWith(plan: Tree | string): string {
  const path = join(temporaryFolder(), "plan.yaml");
  writeFileSync(path, typeof plan === "string" ? plan : stringify(plan));
  return path;
}

describe("sd plan check", () => {
  it("says of a file larger than any plan that it is one (B141)", async () => {
    const large = fileWith("#".repeat(256 * 1024 + 1));
    const { code, errors } = await sd(["plan", "check", large]);
    expect({ code, said: errors.split(":")[0] }).toEqual({ code: 2, said: "E-PLAN-SIZE" });
  });

  it("of the sample is stopped, with code, sentence, source, members and lines", async () => {
    const { code, out, errors } = await sd(["plan", "check", CONTOSO_FILE]);
    expect({ code, errors }).toEqual({ code: 1, errors: "" });
    expect(out).toContain(
      "P-KEY-2048 (advice)\n"
        + "  The key has 2048 bits; 3072 is the size that Microsoft lists for SQL Managed Instance.\n",
    );
    expect(out).toMatch(/\n {2}- line \d+: assumptions\[0\] \(A1\): every runbook\n/);
    expect(out).toMatch(/\n {2}- line \d+: questions\[9\] \(Q10\): public-access, keys, /);
    expect(out).toMatch(
      /\nFindings that stop a runbook: \d+\. Advice: \d+\.\nStopped:\n {2}foundation: \d+ findings\n/,
    );
  });

  it("of a settled plan stops nothing, and says so by its exit code", async () => {
    const { code, result } = await sdJson(["plan", "check", fileWith(settled())]);
    expect(code).toBe(0);
    expect(result).toMatchObject({ plan: "contoso", stops: 0, advice: 4 });
  });

  it("finds in templates what ends on 27 February 2027, and names what it could not read", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "infra", "node_modules"), { recursive: true });
    const ending = "resource h 'Microsoft.KeyVault/managedHSMs@2023-07-01' = {}\n";
    writeFileSync(join(folder, "infra", "hsm.bicep"), `// one\n${ending}`);
    writeFileSync(join(folder, "infra", "node_modules", "other.bicep"), ending);
    writeFileSync(join(folder, "good.bicep"), ending.replace("2023-07-01", "2026-05-15"));
    writeFileSync(join(folder, "bad.tf"), Buffer.from([0xff, 0xfe, 0x41]));
    const check = ["plan", "check", fileWith(settled()), "--templates"];
    const { code, result } = await sdJson([...check, folder]);
    const found = { type: "Microsoft.KeyVault/managedHSMs" };
    expect({ code, templates: result["templates"] }).toEqual({
      code: 0,
      templates: {
        files: 2,
        unread: [{ file: "bad.tf", why: expect.any(String) as string }],
        found: [
          { ...found, file: "good.bicep", line: 1, version: "2026-05-15", ends: false },
          {
            ...found,
            file: join("infra", "hsm.bicep"),
            line: 2,
            version: "2023-07-01",
            ends: true,
          },
        ],
      },
    });
    const { out } = await sd([...check, folder]);
    expect(out).toContain("hsm.bicep:2 Microsoft.KeyVault/managedHSMs 2023-07-01\n");
    expect(out).toContain("2 places ask Microsoft.KeyVault, of which 1 end on 27 February 2027");
    expect(out).toMatch(/^ {2}2028-07-31 Dedicated HSM ends\. \(Dedicated HSM: overview, /m);
    expectRefusal(await sd([...check, join(folder, "gone")]), "E-DIR-MISSING", 2);
  });

  it("says who can do what, and that a Crypto Officer is no key manager", async () => {
    const { out } = await sd(["plan", "check", CONTOSO_FILE]);
    expect(out).toContain(
      "  Managed HSM Crypto User\n"
        + "    Contoso Key Management Team (Farhan Shaikh, Gita Nair) at /keys\n"
        + "    can make, rotate, delete, ",
    );
    expect(out).toMatch(/\n {4}Contoso-DES-SouthIndia at \/keys\/Contoso-DISK-CMK\n/);
    expect(out).toContain("\nCritical: Crypto Officer is not key management: ");
    const { result } = await sdJson(["plan", "check", CONTOSO_FILE]);
    const powers = result["powers"] as { critical: string; roles: readonly { role: string }[] };
    expect(out).toContain(powers.critical);
    expect(powers.roles).toContainEqual({
      role: "Managed HSM Crypto Officer",
      who: [
        {
          name: "Contoso Governance / Compliance Team",
          members: expect.any(Array) as string[],
          scope: "/",
        },
      ],
      can: "manage roles, recover and purge deleted keys, export keys",
      cannot: "make, rotate, delete or use a key, unless they grant themselves another role",
      assumed: "the one who makes and manages keys",
    });
  });

  it("with --json gives each finding with all its members", async () => {
    const plan = fileWith(edited(settled(), { "keys[0].size": 4096 }));
    const { code, result } = await sdJson(["plan", "check", plan]);
    expect(code).toBe(1);
    expect(result["findings"]).toContainEqual({
      code: "P-KEY-SQL-SIZE",
      severity: "stops",
      says: "Azure SQL refuses a key of 4096 bits.",
      next: "Set size to 3072.",
      source: {
        title: "Azure SQL: TDE with customer-managed keys",
        url: "https://learn.microsoft.com/azure/azure-sql/database/transparent-data-encryption-byok-overview",
        edition: "2026-06-02",
      },
      runbooks: ["keys", "sql-mi"],
      members: ["keys[0].size"],
      subject: "Contoso-SQLMI-CMK",
      line: expect.any(Number) as number,
    });
  });

  it.each([
    ["is not there", "", "E-FILE-MISSING"],
    ["is no YAML", `[${CANARY}`, "E-PLAN-YAML"],
    ["has another member", edited(settled(), { [CANARY]: 1 }), "E-PLAN-FIELD"],
    ["has a hostile name", edited(settled(), { "hsm.name": `$(${CANARY})` }), "E-PLAN-VALUE"],
    ["has a secret", `# password: ${CANARY}`, "E-PLAN-SECRET"],
  ])(
    "cannot read a plan that %s: exit code 2, and nothing of it is said",
    async (_, plan, wanted) => {
      const file = plan === "" ? join(temporaryFolder(), "none.yaml") : fileWith(plan);
      const { code, out, errors } = await sd(["plan", "check", file]);
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(errors).toMatch(new RegExp(`^${wanted}: `));
      expect(errors).not.toContain(CANARY);
      const asData = await sdJson(["plan", "check", file]);
      expect(asData.code).toBe(2);
    },
  );

  it("shows a name of another alphabet as what it is", async () => {
    const name = "\u0410uditors";
    const group = { name, objectId: "00000000-0000-4000-8000-000000000001", members: [] };
    const granted = { role: "Managed HSM Crypto Auditor", assignee: name, scope: "/" };
    const plan = edited(settled(), { "groups[+]": group, "roles[+]": granted });
    const { out } = await sd(["plan", "check", fileWith(plan)]);
    expect(out).toMatch(/: groups\[3\]\.members \(\\u\{410\}uditors\): roles\n/);
  });
});

describe.skipIf(withoutPoppler)("sd plan check --pdf (needs poppler)", () => {
  it("prints findings, cost and every part of the plan, numbered, with room for initials", async () => {
    const [file, planFile] = [
      join(temporaryFolder(), "plan.pdf"),
      fileWith(edited(parse(SMALL) as Tree, { "keys[0].size": 2048, "hsm.bypass": "None" })),
    ];
    const { code, result } = await sdJson(["plan", "check", planFile, "--pdf", file]);
    const { all, pages, info } = readPdf(readFileSync(file));
    expect({ code, pdf: result["pdf"] }).toMatchObject({ code: 1, pdf: { pages: pages.length } });
    const text = readFileSync(planFile, "utf8");
    expect(info.get("Subject")).toContain(sha256Hex(utf8(text)));
    const dense = all.replaceAll(/\s/g, "");
    expect(result["findings"]).not.toEqual([]);
    const found = result["findings"] as readonly { code: string; line: number }[];
    for (const { code: name, line } of found)
      for (const part of [name, `${String(line)}:`]) expect(dense).toContain(part);
    for (const part of ["Initials", "Approved (UTC)", "EUR 4,608"]) expect(all).toContain(part);
    const { plan } = readPlan(text);
    Object.keys(plan).forEach((member, at) => {
      expect(dense).toContain(`${String(at + 1)}.${member}`);
    });
    for (const { name } of plan.keys) expect(dense).toContain(`name:${name}kind:`);
    expectRefusal(await sd(["plan", "check", planFile, "--pdf", file]), "E-FILE-EXISTS");
  });
});

describe("sd plan cost", () => {
  it("computes one region and two, and names what is wrong and not confirmed", async () => {
    const { code, out, errors } = await sd(["plan", "cost", CONTOSO_FILE]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    for (const part of ["4,672", "6,912", "4,612.50 to 4,624.50", "2028-07-31", "not confirmed"])
      expect(out).toContain(part);
  });
});

describe("sd plan diff", () => {
  it("says what a newer plan changes, where, and what Azure does not change", async () => {
    const [old, now] = [settled(), edited(settled(), { "hsm.retentionDays": 30 })].map(fileWith);
    const { code, out, errors } = await sd(["plan", "diff", old ?? "", now ?? ""]);
    expect({ code, errors }).toEqual({ code: 1, errors: "" });
    expect(out).toMatch(/^ {2}changed {3}hsm\.retentionDays: 90 -> 30 \(line \d+\)$/m);
    expect(out).toContain("An HSM keeps the retention with which it was created.");
    expect(out).toMatch(/^ {2}provision {12}/m);
    const { result } = await sdJson(["plan", "diff", old ?? "", now ?? ""]);
    expect(result).toMatchObject({ plan: "contoso", changes: [{ was: "90", is: "30" }] });
  });

  it("of two equal plans ends with 0, and of one that cannot be read with 2", async () => {
    const file = fileWith(settled());
    expect((await sd(["plan", "diff", file, fileWith(settled())])).code).toBe(0);
    expect((await sd(["plan", "diff", file, fileWith(`[${CANARY}`)])).code).toBe(2);
  });
});

describe("sd plan duties", () => {
  it("says what is due again by the plan alone, and writes it as a calendar", async () => {
    const out = join(temporaryFolder(), "duties.ics");
    const plan = edited(parse(SMALL) as Tree, { "keys[0].rotation.after": "P200D" });
    const asked = ["plan", "duties", fileWith(plan), "--on", "2026-11-27", "--calendar", out];
    const { code, result } = await sdJson(asked);
    const duties = [
      { duty: "backup", days: 30, due: "2026-12-27" },
      { duty: "proofs", days: 90, due: "2027-02-25" },
      { duty: "rotation", days: 200, due: "2027-06-15" },
      { duty: "drill", days: 365, due: "2027-11-27" },
    ];
    expect({ code, result }).toMatchObject({ code: 0, result: { duties, calendar: out } });
    const days = readFileSync(out, "utf8").match(/(?<=DTSTART;VALUE=DATE:)\d+/g);
    expect(days).toEqual(duties.map(({ due }) => due.replaceAll("-", "")));
    expectRefusal(await sd(asked), "E-FILE-EXISTS");
    expect((await sd(asked.slice(0, 5))).out).toContain(
      "  2026-12-27  every  30 days  Full backup\n",
    );
  });
});

describe("sd plan new", () => {
  const person = (name: string, n: number): string =>
    `${name}=5d000000-0000-4000-9000-00000000000${String(n)}`;
  const asked = (out: string, ...more: readonly string[]): readonly string[] => [
    ...["plan", "new", "--out", out, "--name", "fjord", "--hsm", "Fjord-HSM"],
    ...["--tenant", "b3dd084c-4bfe-4bc0-ac20-8444e1909279"],
    ...["--subscription", "ac02246c-d697-4a2d-a65c-6a66b10d1b92"],
    ...["--administrators", person("Anna Berg", 1), person("Bo Dahl", 2)],
    ...["--crypto-officers", person("Cai Lund", 3), "--crypto-users", person("Dag Moe", 4)],
    ...more,
  ];

  it("writes a plan that its check stops only for what is open, and overwrites none", async () => {
    const file = join(temporaryFolder(), "fjord.yaml");
    const words = asked(file, "--regions", "northeurope", "--services", "storage", "sql");
    const { code, result } = await sdJson(words);
    expect({ code, result }).toMatchObject({ code: 0, result: { plan: "fjord", open: 10 } });
    const checked = await sdJson(["plan", "check", file]);
    const stops = (checked.result["findings"] as { code: string; severity: string }[]).filter(
      ({ severity }) => severity === "stops",
    );
    expect(new Set(stops.map((one) => one.code))).toEqual(
      new Set(["P-ASSUMPTION-OPEN", "P-QUESTION-OPEN"]),
    );
    expect(result["stops"]).toBe(stops.length);
    expect(readFileSync(file, "utf8")).toMatch(/^# A first plan, written on \d{4}-\d\d-\d\d /);
    expectRefusal(await sd(words), "E-FILE-EXISTS");
  });

  it.each([
    ["three regions", ["--regions", "northeurope", "westeurope", "uksouth"], "E-USAGE"],
    ["an unknown service", ["--regions", "northeurope", "--services", CANARY], "E-USAGE"],
    ["a network of one number", ["--regions", "northeurope", "--network", "10"], "E-USAGE"],
    ["an unknown currency", ["--regions", "northeurope", "--currency", "ZZZ"], "E-USAGE"],
    ["a region of another form", ["--regions", "North Europe"], "E-PLAN-VALUE"],
    ["too many officers", ["--regions", "northeurope", "--quorum", "11"], "E-USAGE"],
  ])("refuses %s, and writes nothing", async (_, flags, wanted) => {
    const folder = temporaryFolder();
    const ended = await sd(asked(join(folder, "fjord.yaml"), ...flags));
    expectRefusal(ended, wanted, 2);
    expect(ended.errors).not.toContain(CANARY);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.skipIf(noTerminal)("sd plan new at a terminal", () => {
  it("asks each question with its default, again after a wrong answer, and writes the same plan", async () => {
    const out = join(temporaryFolder(), "fjord.yaml");
    const [anna, id] = ["Anna Berg", "5d000000-0000-4000-9000-000000000001"];
    const { code, screen } = await atTerminal(
      ["plan", "new"],
      [
        { after: "short name", type: "fjord\r" },
        { after: "[Managed HSM of fjord]: ", type: "\r" },
        { after: "tenant: ", type: `\r` },
        { after: "This question has no default.", type: "somebody\r" },
        { after: "tenant must be", type: `${id}\r` },
        { after: "subscription: ", type: `${id}\r` },
        { after: "[westeurope]: ", type: "northeurope swedencentral\r" },
        { after: "[fjord-hsm]: ", type: "\r" },
        { after: "[storage]: ", type: "-\r" },
        {
          after: "with their object ids",
          type: `${anna}=${id}, Bo Dahl=${id.replace("1", "2")}\r`,
        },
        { after: "[-]: ", type: "\r" },
        { after: "[-]: ", type: "\r" },
        { after: "[5]: ", type: "7\r" },
        { after: "[3]: ", type: "4\r" },
        { after: "[10.1]: ", type: "10\r" },
        { after: "first two numbers of the addresses, such as 10.1.", type: "10.4\r" },
        { after: "[USD]: ", type: "EUR\r" },
        { after: "[fjord.yaml]: ", type: `${out}\r` },
      ],
      [],
    );
    expect({ code, screen }).toMatchObject({ code: 0 });
    const { plan } = readPlan(readFileSync(out, "utf8"));
    expect(plan.hsm).toMatchObject({
      name: "fjord-hsm",
      region: "northeurope",
      extension: "swedencentral",
      administrators: [anna, "Bo Dahl"],
      securityDomain: { officers: 7, quorum: 4 },
    });
    expect(plan.keys).toEqual([]);
    expect(plan.networks[0]?.addressSpace).toEqual(["10.4.0.0/16"]);
    expect(plan.prices.currency).toBe("EUR");
  });

  it("writes nothing if people stop", async () => {
    const { code, screen } = await atTerminal(
      ["plan", "new"],
      [{ after: "]: ", type: "\u0003" }],
      [],
    );
    expect({ code, screen }).toMatchObject({ code: 2 });
    expect(screen).toContain(
      "E-USAGE: Not all questions were answered; flags can answer them too.",
    );
  });
});

describe("sd plan from-azure", () => {
  it("writes the plan of what exists, and names what no answer says and what is none", async () => {
    const folder = temporaryFolder();
    const answers = join(folder, "answers");
    mkdirSync(answers);
    for (const check of ["hsm-created", "keys", "disk-sets"] as const)
      for (const [name, value] of Object.entries(rightFor(check)))
        writeFileSync(join(answers, `${name}.json`), JSON.stringify(asAz(value)));
    writeFileSync(join(answers, "empty.json"), "");
    const out = join(folder, "seen.yaml");
    const asked = ["plan", "from-azure", "--answers", answers, "--name", "seen", "--out", out];
    const { code, result } = await sdJson([...asked, "--hsm", "contoso-prod-hsm"]);
    expect({ code, result }).toMatchObject({
      code: 0,
      result: { plan: "seen", unread: [{ file: "empty.json", why: "E-ANSWER-EMPTY" }] },
    });
    expect(result["unknown"]).toContain("hsm.securityDomain");
    const { changes } = (await sdJson(["plan", "diff", CONTOSO_FILE, out])).result;
    const same = (changes as { member: string }[]).map(({ member }) => member);
    expect(same).not.toContain("keys[Contoso-SQLMI-CMK].size");
    expect(same).not.toContain("hsm.retentionDays");
    expectRefusal(await sd([...asked, "--hsm", "contoso-prod-hsm"]), "E-FILE-EXISTS");
    const other = [...asked.slice(0, -1), `${out}2`, "--hsm", CANARY];
    expectRefusal(await sd(other), "E-ANSWER-HSM", 2);
  });
});

it("without the file beside it, sd says what is missing, and gives no verdict", async () => {
  const folder = temporaryFolder();
  cpSync(PROGRAM, join(folder, "sd.cjs"));
  const ended = await run(process.execPath, [
    join(folder, "sd.cjs"),
    "plan",
    "check",
    CONTOSO_FILE,
  ]);
  expect(ended).toMatchObject({ code: 2, out: "" });
  expect(ended.errors).toMatch(/^E-DEPLOYMENT: /);
});

it("wrong use is exit code 2", async () => {
  for (const words of [
    [],
    ["check"],
    ["buy", CONTOSO_FILE],
    ["diff", CONTOSO_FILE],
    ["check", CONTOSO_FILE, CONTOSO_FILE],
  ]) {
    const { code, errors } = await sd(["plan", ...words]);
    expect(code).toBe(2);
    expect(errors).toMatch(/^E-USAGE: /);
  }
});
