// Running the system's tools: bounded, without a shell, without our environment (needs Linux).
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { PATIENCE_MS } from "../../../build/test/patience.mjs";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { aRoot } from "../media.fixture.ts";
import { runFile, systemSources } from "./tools.ts";

describe.skipIf(process.platform !== "linux")("a tool of the system (needs Linux)", () => {
  it("gets its arguments as they are, and of our environment nothing", async () => {
    const echo = await runFile("/bin/echo", ["$(id)", "`id`", "a b"]);
    expect(echo).toEqual({ exit: 0, output: "$(id) `id` a b\n", complaint: "" });
    const { output } = await runFile("/usr/bin/env", []);
    expect(output.split("\n").sort()).toEqual([
      "",
      "LC_ALL=C",
      "PATH=/usr/bin:/bin:/usr/sbin:/sbin",
    ]);
  });

  it("that fails gives its answer anyway", async () => {
    expect(await runFile("/bin/sh", ["-c", "echo no >&2; exit 3"])).toEqual({
      exit: 3,
      output: "",
      complaint: "no\n",
    });
  });

  it("that is too slow, says too much, is killed or missing is refused", async () => {
    const { root: folder, end: tidyUp } = aRoot();
    onTestFinished(tidyUp);
    const bounds = { ms: 200, characters: 1000 };
    const patient = { ...bounds, ms: PATIENCE_MS.question };
    expect(await codeOf(() => runFile("/bin/sleep", ["infinity"], bounds))).toBe("E-DRIVES-TOOL");
    const file = join(folder, "pid");
    const kept = ["-c", "echo $$ > \"$0\"; trap '' TERM; exec sleep infinity", file];
    let pid = "";
    // Long enough for it to print its number, which takes longer on a busy machine.
    for (let ms = 200; pid === ""; ms *= 2) {
      const slow = codeOf(() => runFile("/bin/sh", kept, { ...bounds, ms }));
      expect(await slow).toBe("E-DRIVES-TOOL");
      pid = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
    }
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
    const much = ["-c", "head -c 5000 /dev/zero"];
    expect(await codeOf(() => runFile("/bin/sh", much, patient))).toBe("E-DRIVES-TOOL");
    const end = ["-c", "kill -9 $$"];
    expect(await codeOf(() => runFile("/bin/sh", end, patient))).toBe("E-DRIVES-TOOL");
    expect(await codeOf(() => runFile("/no/such/tool", []))).toBe("E-DRIVES-TOOL");
    expect(await codeOf(() => systemSources().run("diskutil", []))).toBe("E-DRIVES-TOOL");
  });
});
