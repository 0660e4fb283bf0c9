// What is removed is gone, and a refused removal has the system's own code.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { anyFault } from "../../crypto/any-fault.fixture.ts";
import { faultOf, systemCode } from "./refusal.ts";
import { removeFile, removeTree } from "./remove.ts";

const bug = () => anyFault("E-X-BUG");

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "remove-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

it("removes a folder with all that is in it, but not the target of a link in it", () => {
  const [at, away] = [join(folder(), "a"), folder()];
  mkdirSync(join(at, "b", "c"), { recursive: true });
  writeFileSync(join(at, "b", "c", "file"), "x");
  writeFileSync(join(away, "kept"), "x");
  symlinkSync(away, join(at, "link"));
  removeTree(at);
  expect(existsSync(at)).toBe(false);
  expect(existsSync(join(away, "kept"))).toBe(true);
  removeTree(at);
});

it("does not mistake a folder for a file, nor a file for a folder", () => {
  const at = folder();
  expect(() => removeFile(at)).toThrow(/EISDIR|EPERM/);
  expect(existsSync(at)).toBe(true);
  writeFileSync(join(at, "file"), "x");
  removeTree(join(at, "file"));
  removeFile(join(at, "file"));
  expect(existsSync(join(at, "file"))).toBe(false);
});

// A file of root's in another user's folder may be removed; an immutable one may not.
const mayChange = (path: string, flag: "+i" | "-i") =>
  spawnSync("chattr", [flag, path]).status === 0;

/** Whether this system, and this user, can forbid it. */
function canForbid(): boolean {
  const made = mkdtempSync(join(tmpdir(), "remove-"));
  const can = mayChange(made, "+i");
  mayChange(made, "-i");
  rmSync(made, { recursive: true });
  return can;
}

it.skipIf(!canForbid())(
  "reports a forbidden removal as a refusal of the disk (needs root and chattr)",
  () => {
    const at = folder();
    const file = join(at, "file");
    writeFileSync(file, "x");
    mayChange(file, "+i");
    try {
      for (const path of [file, at]) {
        let said: unknown = null;
        try {
          (path === file ? removeFile : removeTree)(path);
        } catch (error) {
          said = error;
        }
        expect(systemCode(said)).toBe("EPERM");
        expect(faultOf(said, bug).code).toBe("E-DISK");
      }
    } finally {
      mayChange(file, "-i");
    }
  },
);
