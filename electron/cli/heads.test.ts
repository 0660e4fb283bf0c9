// `sd heads`, and `sd verify --heads`, on closed records as they were landed.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { expectRefusal, sd, sdJson, temporaryFolder } from "./program.fixture.ts";

const landed = (name: string): string =>
  fileURLToPath(new URL(`../../e2e/landed/${name}`, import.meta.url));
const ACTIVATION = landed("1-activation.jsonl");
const NEXT = landed("2-hand-off.jsonl");

it("writes each record's line, and finds a list of them good", async () => {
  const list = join(temporaryFolder(), "heads.txt");
  for (const record of [ACTIVATION, NEXT]) {
    const { code, out } = await sd(["heads", "line", record]);
    expect(code).toBe(0);
    writeFileSync(list, out, { flag: "a" });
  }
  const verified = await sd(["verify", ACTIVATION, "--heads", list]);
  expect([verified.code, verified.out]).toEqual([
    0,
    expect.stringContaining("The list of heads has it, and forks nowhere (2 lines)."),
  ]);
  expect(verified.out).toContain("Another record continues it: ");
  const { result } = await sdJson(["verify", NEXT, "--heads", list]);
  expect(result["heads"]).toEqual({ lines: 2, listed: true, successor: null, gaps: [] });
});

it("names what the list lacks, which is exit code 3 with --anchored", async () => {
  const list = join(temporaryFolder(), "heads.txt");
  writeFileSync(list, (await sd(["heads", "line", NEXT])).out);
  const { code, out } = await sd(["verify", ACTIVATION, "--heads", list, "--anchored"]);
  expect([code, out]).toEqual([3, expect.stringContaining("THE LIST OF HEADS DOES NOT HAVE IT")]);
  expect(out).toContain("GAP IN THE LIST: ");
  expect(out).toContain("a line for it in the list of heads");
});

it("B202 refuses a list that forks", async () => {
  const list = join(temporaryFolder(), "heads.txt");
  const { out } = await sd(["heads", "line", NEXT]);
  writeFileSync(list, `${out}${"0".repeat(64)}${out.slice(64)}`);
  expectRefusal(await sd(["verify", NEXT, "--heads", list]), "E-HEADS-FORK");
  writeFileSync(list, "nothing\n");
  expectRefusal(await sd(["verify", NEXT, "--heads", list]), "E-HEADS-FORM");
});

it("writes a message with the head, in words and digits, and the line", async () => {
  const head = (
    JSON.parse(readFileSync(ACTIVATION, "utf8").trimEnd().split("\n").at(-1) ?? "") as {
      readonly hash: string;
    }
  ).hash;
  const { out } = await sd(["heads", "message", ACTIVATION]);
  expect(out).toMatch(/^Subject: Head of the record of activation for the HSM /);
  expect(out).toContain(`  ${head}\n`);
  expect(out).toContain((await sd(["heads", "line", ACTIVATION])).out);
});
