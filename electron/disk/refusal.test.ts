// Which errors are a disk's refusal, and what is shown of them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { anyFault } from "../../crypto/any-fault.fixture.ts";
import { faultOf, systemCode } from "./refusal.ts";

const errorOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

const bug = () => anyFault("E-X-BUG");

const refused = (code: string, syscall: string): Error =>
  Object.assign(new Error(`${code}: ${syscall} 'Ines/secret'`), { code, syscall });

it.each(["ENOSPC", "EDQUOT", "EROFS", "EIO", "EACCES", "EPERM"])(
  "a disk's %s is shown without its path",
  (code) => {
    const fault = faultOf(refused(code, "open"), bug);
    expect(fault).toMatchObject({ code: "E-DISK" });
    expect(JSON.stringify(fault) + String(fault)).not.toContain("Ines");
  },
);

it.each(["EMFILE", "ENFILE", "ENOMEM"])("%s is what the computer lacks, and no disk", (code) => {
  const fault = faultOf(refused(code, "open"), bug);
  expect(fault).toMatchObject({ code: "E-RESOURCE" });
  expect(JSON.stringify(fault) + String(fault)).not.toContain("Ines");
});

it.each<[string, unknown]>([
  ["a file that is not there", errorOf(() => readFileSync("/nowhere"))],
  ["a folder that is there", errorOf(() => mkdirSync("/"))],
  ["a program that may not be run", refused("EACCES", "spawn /usr/bin/busctl")],
  ["an address that may not be had", refused("EACCES", "connect")],
  ["a process that is somebody else's", refused("EPERM", "kill")],
  ["an error of ours", new TypeError("EIO")],
  ["nothing", null],
])("%s is no refusal of a disk", (_, error) => {
  expect(faultOf(error, bug)).toMatchObject({ code: "E-X-BUG" });
});

it("a fault stays what it is", () => {
  expect(faultOf(anyFault("E-X"), bug)).toMatchObject({ code: "E-X" });
});

it("an error with Node's own code gets the system's", () => {
  const folder = mkdtempSync(join(tmpdir(), "sd-refusal-"));
  expect(systemCode(errorOf(() => rmSync(folder)))).toBe("EISDIR");
  rmSync(folder, { recursive: true });
});
