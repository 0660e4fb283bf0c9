// `sd custody`: what a closed record leaves of the custody, in plain words, as data, as a calendar.
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { SOUND, troubled } from "../ceremony/standing.fixture.ts";
import { CONTOSO, editedText } from "../deployment/plan/plan.fixture.ts";
import { readPlan } from "../deployment/deployment.ts";
import { ROLE_IDS } from "../text/built-in-roles.ts";
import { verifyRecord } from "../journal/verify.ts";
import { ceremonyOf, UNEVENTFUL } from "../meaning/ceremony.fixture.ts";
import { copyOf, draftOf, sealed } from "../meaning/drafts.fixture.ts";
import { makePool } from "../meaning/pool.fixture.ts";
import { HSM, rehearsedActivation, type Activation } from "./activation.fixture.ts";
import { custodyReport, type Reported } from "./custody-report.ts";
import { CANARY, expectRefusal, sd, sdJson, temporaryFolder } from "./program.fixture.ts";

const DAY = 86_400_000;
let activation: Activation;
/** When the quorum was proven, and the days that hang on it, as "2026-11-25". */
let provenAt: string;
const dayAfter = (days: number): string =>
  new Date(Date.parse(provenAt) + days * DAY).toISOString().slice(0, 10);

beforeAll(async () => {
  activation = await rehearsedActivation();
  const lines = readFileSync(activation.record, "utf8").trimEnd().split("\n");
  const entries = lines.map(
    (line) => JSON.parse(line) as { readonly type: string; readonly at: string },
  );
  provenAt = entries.find(({ type }) => type === "quorum-proven")!.at;
});

describe("the custody after an activation", () => {
  it("is reported in plain words: health, dates, losses, findings, gaps and rules", async () => {
    const { code, out, errors } = await sd(["custody", activation.record]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    for (const line of [
      "This is a REHEARSAL: no real HSM, no real keys.",
      "Health: 3 of 3. Every officer's key is as it should be.",
      `Next attestation:                   ${dayAfter(91)}`,
      "Last restore drill (a recovery):    never",
      "Newest full backup, as recorded:    none recorded",
      "  Site A, 7 objects: 3 of 3 proven pairs left (1 + 2, 1 + 3, 2 + 3); in the wrong hands "
        + "0 keys",
      "  Ines Okafor, officer 1, 4 objects: the key of officer 1 would be lost; 1 of 3 proven pairs "
        + "left (2 + 3); in the wrong hands 1 key",
      "  Asha Rao and Walter Brandt: 3 of 3 keys left, no copy of the domain; in the wrong hands "
        + "0 keys",
      "  No single lost medium loses a key or the domain.",
      "            Two people accepted it: Few officers are at hand; one of them may be ill or gone.",
    ])
      expect(out.split("\n")).toContain(line);
    expect(out).toContain(`the keys to ${HSM}`);
    expect((await sd(["custody", activation.out])).out).toBe(out);
  });

  it("is overdue from the day after a quarter, and the key checks a year after", async () => {
    const on = async (days: number) =>
      (await sdJson(["custody", activation.record, "--on", dayAfter(days)])).result;
    expect(await on(91)).toMatchObject({ on: dayAfter(91), health: { level: "whole" } });
    expect(await on(92)).toMatchObject({
      health: { level: "degraded", attestation: { overdueDays: 1 } },
    });
    const { out } = await sd(["custody", activation.record, "--on", dayAfter(375)]);
    expect(out).toContain("Health: degraded, 3 of 3. Something below is wrong or overdue.");
    expect(out).toContain(`${dayAfter(91)}, 284 days overdue`);
    expect(out).toContain(`     next key check: ${dayAfter(365)}, 10 days overdue`);
  });

  it("as data names every object with its seal, and what is not kept", async () => {
    const { result } = await sdJson(["custody", activation.record]);
    expect(result).toMatchObject({
      hsm: HSM,
      mode: "REHEARSAL",
      provenAt,
      drilledAt: "",
      dryRunAt: "",
      findings: [],
      gaps: [],
      calendar: null,
    });
    expect(result["objects"]).toHaveLength(14);
    const { rows, pairs } = result["geometry"] as {
      readonly rows: readonly { readonly kind: string; readonly verdict: string }[];
      readonly pairs: readonly unknown[];
    };
    expect(rows.filter(({ verdict }) => verdict === "near").map(({ kind }) => kind)).toEqual([
      ...["person", "person", "person", "journey", "journey", "journey"],
    ]);
    expect(pairs).toHaveLength(5);
    expect(rows[0]).toEqual({
      kind: "person",
      name: "Ines Okafor",
      day: "",
      seat: 1,
      objects: expect.arrayContaining(["officer-1 medium"]) as string[],
      lost: [1],
      domainLost: false,
      leaves: 2,
      opens: [1],
      hasDomain: false,
      verdict: "near",
    });
    const rules = result["rules"] as readonly { rule: string; verdict: string }[];
    expect(rules.filter(({ verdict }) => verdict !== "kept")).toMatchObject([
      { rule: "quorum", verdict: "deviation" },
      { rule: "backup", verdict: "not-kept" },
    ]);
  });
});

describe("--calendar", () => {
  it("writes what is due next, marked as a rehearsal's, and says where", async () => {
    const path = join(temporaryFolder(), "custody.ics");
    const { result } = await sdJson(["custody", activation.record, "--calendar", path]);
    expect(result["calendar"]).toBe(path);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(`SUMMARY:REHEARSAL: Custody attestation: ${HSM}\r\n`);
    expect(text).toContain(`DTSTART;VALUE=DATE:${dayAfter(91).replaceAll("-", "")}\r\n`);
    expect(text).toContain(`SUMMARY:REHEARSAL: Dry run of recovery: ${HSM}\r\n`);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(5);
  });

  it("overwrites nothing, and is not begun for a record that is refused", async () => {
    const path = join(temporaryFolder(), "custody.ics");
    expectRefusal(await sd(["custody", activation.domain, "--calendar", path]), "E-LOG-TORN");
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, CANARY);
    expectRefusal(await sd(["custody", activation.record, "--calendar", path]), "E-FILE-EXISTS");
    expect(readFileSync(path, "utf8")).toBe(CANARY);
  });
});

describe("sd custody", () => {
  it("refuses a record that is not closed, or is none", async () => {
    const folder = temporaryFolder();
    const text = readFileSync(activation.record, "utf8").trimEnd().split("\n");
    writeFileSync(join(folder, "record.jsonl"), `${text.slice(0, -1).join("\n")}\n`);
    expectRefusal(await sd(["custody", folder]), "E-LOG-OPEN");
    expectRefusal(await sd(["custody", join(folder, CANARY)]), "E-LOG-MISSING");
  });

  it("refuses what sd verify refuses, with the same code, and says of 3 of 3 how far to rely", async () => {
    const pool = makePool("PRODUCTION");
    const whole = ceremonyOf("activation", pool, 1);
    const lie = copyOf(whole);
    draftOf(lie.drafts, "custody-recorded")!.data.objects.pop();
    const happening = { ...UNEVENTFUL, abortedBefore: "record-custody" };
    const kept = (bytes: Uint8Array) => {
      const path = join(temporaryFolder(), "record.jsonl");
      writeFileSync(path, bytes);
      return path;
    };
    const lied = kept(sealed(lie));
    for (const command of ["verify", "custody"])
      expectRefusal(await sd([command, lied]), "E-MEAN-CUSTODY");
    const record = kept(whole.record);
    const first = (await sd(["verify", record])).out.split("\n")[0]!;
    const told = await sd(["custody", record]);
    expect(told.out).toContain("Health: ");
    expect(first).toBe("Good, but its signers are unknown: no officer's card was given.");
    expect(told.out.split("\n")[2]).toBe(first);
    const { head, signatures } = verifyRecord(whole.record);
    const cards = [...new Set(signatures.map(({ certificate }) => certificate))];
    for (const command of ["verify", "custody"]) {
      expect((await sd([command, record, "--anchored"])).code).toBe(3);
      const anchors = ["--anchored", "--head", head, "--officer", ...cards];
      const anchored = await sd([command, record, ...anchors]);
      expect(anchored.code).toBe(0);
      expect(anchored.out).toContain("Good: its signers and its head are those that were given.");
      expectRefusal(await sd([command, record, "--head", "00".repeat(32)]), "E-LOG-HEAD");
      expectRefusal(await sd([command, record, "--officer", "00".repeat(32)]), "E-SIGNER-CARD");
    }
    const aborted = kept(ceremonyOf("activation", pool, 2, { happening }).record);
    expect((await sd(["custody", aborted])).out).toContain("It was ABORTED: ");
    expect((await sdJson(["custody", aborted])).result).toMatchObject({
      headGiven: false,
      signersKnown: false,
      closedBy: "signatures",
      aborted: "The building is on fire.",
    });
  });

  it("refuses a bundle of which something was changed", async () => {
    const folder = temporaryFolder();
    cpSync(activation.out, folder, { recursive: true });
    writeFileSync(join(folder, "script.yaml"), "other");
    for (const command of ["verify", "custody"])
      expect((await sd([command, folder])).errors).toMatch(/^E-BUNDLE-HASH: /);
  });

  it("is wrong use without a record, and with what is no day", async () => {
    expectRefusal(await sd(["custody"]), "E-USAGE", 2);
    for (const day of [CANARY, "2026-02-30", "2026-13-01", "26-1-1", "2026-11-25T00:00:00Z"])
      expectRefusal(await sd(["custody", activation.record, "--on", day]), "E-USAGE", 2);
  });
});

describe("who can download the domain again", () => {
  const guid = (n: number): string => `5d000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
  const listOf = (more: object = {}): string => {
    const role = (name: keyof typeof ROLE_IDS, n: number, scope = "/") => ({
      principal: guid(n),
      role: ROLE_IDS[name],
      roleName: name,
      scope,
    });
    const path = join(temporaryFolder(), "keys.json");
    const list = {
      kind: "managed-hsm-keys/01",
      hsm: HSM,
      listedAt: "2026-11-25T18:40:00.000Z",
      keys: [{ name: "K", version: "1a", publicSha256: "ab".repeat(32) }],
      roles: [
        role("Managed HSM Administrator", 1),
        role("Managed HSM Crypto Officer", 2),
        role("Managed HSM Policy Administrator", 3),
        role("Managed HSM Crypto Officer", 4, "/keys"),
        role("Managed HSM Crypto User", 5),
      ],
      ...more,
    };
    writeFileSync(path, JSON.stringify(list));
    return path;
  };

  it("is not known without a list, and the report says how to know it", async () => {
    const { result } = await sdJson(["custody", activation.record]);
    expect(result).toMatchObject({ granting: null });
    const { out } = await sd(["custody", activation.record]);
    expect(out).toContain("Not known: no record of a ceremony keeps the HSM's roles.");
    expect(out).toContain("Entra's Global Administrators can too");
  });

  it("is named by a key list: everyone whose role grants roles at the whole HSM", async () => {
    const given = ["custody", activation.record, "--key-list", listOf()];
    const { out } = await sd(given);
    expect(out).toContain("By the roles that the HSM listed on 2026-11-25:");
    expect([1, 2, 3, 4, 5].map((n) => out.includes(guid(n)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect((await sdJson(given)).result).toMatchObject({
      granting: { at: "2026-11-25T18:40:00.000Z", who: [{ name: guid(1), members: [] }, {}, {}] },
    });
  });

  it("is named as in the plan, a group with its members", async () => {
    const plan = join(temporaryFolder(), "plan.yaml");
    const people = [
      [`people[0].objectId`, guid(3)],
      [`groups[0].objectId`, guid(1)],
    ] as const;
    writeFileSync(plan, editedText(CONTOSO, Object.fromEntries(people)));
    const { groups, people: named } = readPlan(readFileSync(plan, "utf8")).plan;
    const list = ["custody", activation.record, "--key-list", listOf()];
    const { out } = await sd([...list, "--plan", plan]);
    expect(out).toContain(
      `    ${groups[0]!.name} (${groups[0]!.members.join(", ")}): Managed HSM Administrator`,
    );
    expect(out).toContain(`    ${named[0]!.name}: Managed HSM Policy Administrator`);
    expect(out).toContain(`    ${guid(2)}: Managed HSM Crypto Officer`);
  });

  it("is not taken from another HSM's list, from one without roles, or from a plan alone", async () => {
    for (const given of [
      ["--key-list", listOf({ hsm: "Another-HSM" })],
      ["--key-list", listOf({ roles: undefined })],
      ["--plan", "plan.yaml"],
    ])
      expectRefusal(await sd(["custody", activation.record, ...given]), "E-USAGE", 2);
  });
});

describe("the report", () => {
  const report = (
    standing = SOUND,
    gaps: Reported["gaps"] = [],
    closedBy: "signatures" | "paper" = "signatures",
  ) =>
    custodyReport({
      standing,
      gaps,
      mode: "PRODUCTION",
      now: "2026-03-01T00:00:00.000Z",
      granting: null,
      relied: {
        verdict: { head: "ab".repeat(32), closedBy },
        meaning: { aborted: null, closed: null },
        anchored: { known: false, fit: [], without: [] },
        headGiven: false,
        notCompared: [],
      },
    });

  it("shows as many words of the head as people know: of a record closed on paper sixteen", () => {
    const words = (closedBy: "signatures" | "paper") =>
      report(SOUND, [], closedBy)[1]?.trim().split(" ");
    expect(words("signatures")).toHaveLength(10);
    expect(words("paper")).toHaveLength(16);
  });

  it("says that recovery would fail today when two keys of three are gone", () => {
    const lines = report(troubled({ 1: "lost", 3: "forgotten" }));
    expect(lines).toContain("Health: recovery would fail today, 1 of 3.");
    expect(lines).toContain("  3. Meera Iyer: nobody knows the passphrase");
    expect(lines.join("\n")).not.toContain("REHEARSAL");
  });

  it("says what is together and which gap there is", () => {
    const standing = {
      ...SOUND,
      objects: SOUND.objects.map((one) => ({
        ...one,
        place: "Here, safe",
        custodian: "Ines Okafor",
      })),
    };
    const text = report(standing, [
      { object: "transfer medium", kind: "custodian", expected: "Asha Rao", seen: "Leela Nair" },
    ]).join("\n");
    for (const part of [
      "Every copy of the security domain is in Here.",
      "Every medium of officer 2 is in Here.",
      "In Here are media and passphrases of officers 1 and 2 and 3: a quorum.",
      "Ines Okafor keeps media of officers 1 and 2 and 3.",
      "The passphrase of officer 1 is with a medium, in Here, safe.",
      "transfer medium: recorded with Asha Rao, seen with Leela Nair.",
      "NOT MET   One site has every copy of a key",
    ])
      expect(text).toContain(part);
  });

  it("shows nothing that could steer a terminal", () => {
    const bad = "\u001b[2J\u202e";
    const objects = SOUND.objects.map((one) => ({ ...one, place: bad, custodian: bad }));
    const officers = SOUND.officers.map((one) => ({ ...one, name: bad, keyOpenedAt: bad }));
    const backup = { container: bad, folder: bad, at: bad };
    const deviations = [{ rule: "quorum", reason: bad }];
    const all = { objects, officers, backup, deviations };
    for (const line of report({ ...SOUND, hsm: bad, provenAt: bad, ...all }))
      expect(line).toMatch(/^[\x20-\x7e]*$/);
  });
});
