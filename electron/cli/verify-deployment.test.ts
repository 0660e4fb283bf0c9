// `sd verify` of a deployment's record: its acts by its plan and answers, and people whose names look alike.
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NEWEST } from "../deployment-record/rules.ts";
import { Team } from "../deployment-record/deployment.fixture.ts";
import { expectRefusal, sd, temporaryFolder } from "./program.fixture.ts";

let root = "";
let folder = "";

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "verify-deployment-"));
  const team = new Team(root);
  team.adopt();
  team.carryOut("provision");
  team.act({ act: "close", by: ["Asha Iyer", "\u0410nna Berg"] });
  team.end();
  folder = join(root, readdirSync(root)[0]!);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe("sd verify of a deployment", () => {
  it("says that it was a rehearsal, who closed it, and which letters may look like others", async () => {
    const { code, out, errors } = await sd(["verify", join(folder, "record.jsonl")]);
    expect([code, errors]).toEqual([0, ""]);
    expect(out).toContain("It was a REHEARSAL of a deployment");
    expect(out).toContain("Closed on paper by Asha Iyer and");
    expect(out).toMatch(/It began at 20\S+Z and was closed at 20\S+Z\./);
    expect(out).toContain("\u0410 (U+0410)");
    const { out: anchored, code: three } = await sd([
      "verify",
      "--anchored",
      join(folder, "record.jsonl"),
    ]);
    expect([anchored.includes("no head was given"), three]).toEqual([true, 3]);
  });

  it("lists every entry, and what of it no rule compares", async () => {
    const { code, out } = await sd(["verify", join(folder, "record.jsonl"), "--entries"]);
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(
        `^ {2}0 \\S+ connected deployment-begun by Asha Iyer; mode REHEARSAL; rules ${NEWEST}$`,
        "m",
      ),
    );
    expect(out).toMatch(/commands-run by Bala Menon; shell bash$/m);
  });

  it("refuses one whose plan or answer is another", async () => {
    const copy = join(temporaryFolder(), "copy");
    cpSync(folder, copy, { recursive: true });
    const answers = join(copy, "answers");
    const answer = join(answers, readdirSync(answers)[0]!);
    writeFileSync(answer, `${readFileSync(answer, "utf8")} `);
    expectRefusal(await sd(["verify", join(copy, "record.jsonl")]), "E-DEPLOY-FILE");
  });
});
