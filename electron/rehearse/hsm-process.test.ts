// A rehearsal HSM that does not start: the reason is reported, and nothing waits for it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isFault } from "../../crypto/index.ts";
import { PROGRAM, sd, temporaryFolder } from "../cli/program.fixture.ts";
import { isAlive } from "../pipe/alive.fixture.ts";
import { startHsm } from "./hsm-process.ts";

const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "started",
    (error: unknown) => (isFault(error) ? `${error.code}: ${error.message}` : String(error)),
  );

describe("a rehearsal HSM that does not start", () => {
  it("says why, in its own code and sentence", async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, "file"), "in the way");
    const place = { name: "Contoso-HSM", dir: join(root, "file"), store: join(root, "store") };
    expect(await messageOf(startHsm(PROGRAM, place))).toMatch(
      /^E-REHEARSE-HSM: The rehearsal HSM did not start \(E-[A-Z-]+: [A-Z].+\)\.$/,
    );
  });

  it("is killed when it says nothing in time", async () => {
    const root = temporaryFolder();
    const [entry, told] = [join(root, "silent.cjs"), join(root, "pid")];
    writeFileSync(
      entry,
      `require("fs").writeFileSync(${JSON.stringify(told)}, String(process.pid));`
        + "setInterval(() => undefined, 1000);",
    );
    const place = { name: "Contoso-HSM", dir: join(root, "hsm"), store: join(root, "store") };
    const pid = () => (existsSync(told) ? readFileSync(told, "utf8") : "");
    // Long enough for it to run at all, which takes longer on a busy machine.
    for (let ms = 1500; pid() === ""; ms *= 2)
      expect(await messageOf(startHsm(entry, place, ms))).toBe(
        "E-REHEARSE-HSM: The rehearsal HSM did not start (it said nothing in time).",
      );
    expect(isAlive(Number(pid()))).toBe(false);
  });

  it("ends `sd rehearse` with the reason", async () => {
    const root = temporaryFolder();
    const media = join(root, "media");
    mkdirSync(join(media, ".ceremonies"), { recursive: true });
    writeFileSync(join(media, ".ceremonies", "hsm"), "in the way");
    const { code, errors } = await sd([
      "rehearse",
      "adoption",
      "--media",
      media,
      "--out",
      join(root, "out"),
    ]);
    expect(code).toBe(1);
    expect(errors).toMatch(/^E-REHEARSE-HSM: The rehearsal HSM did not start \(E-/m);
  });
});
