// Where a vault's socket may be: in no folder that another user could replace with their own.
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { safePath } from "../disk/own-folder.ts";
import { openSecretSocket } from "./secret-socket.ts";
import { newSocketPath } from "./socket-folder.ts";

const STRANGER = 65_534;
const isRoot = process.getuid?.() === 0;

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "places-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
});

/** A folder under the test's own, of any owner. */
function folder(name: string, mode: number, owner: number | null = null): string {
  const path = join(root, name);
  mkdirSync(path);
  if (owner !== null) chownSync(path, owner, owner);
  chmodSync(path, mode);
  return path;
}

describe.skipIf(process.platform === "win32")("a place for sockets", () => {
  it("is a folder that only this user may change, or a sticky one", () => {
    for (const mode of [0o700, 0o755, 0o1777]) {
      const place = folder(`of-${mode.toString(8)}`, mode);
      expect(safePath(place), mode.toString(8)).toBe(place);
      const address = newSocketPath([place]) ?? "";
      expect(dirname(dirname(address))).toBe(place);
      expect(lstatSync(dirname(address)).mode & 0o777).toBe(0o700);
    }
  });

  it.each([0o777, 0o775, 0o757, 0o702, 0o720])("is not one that others may change (%o)", (mode) => {
    expect(newSocketPath([folder("open", mode)])).toBeNull();
  });

  it("is not below a folder that others may change, however deep", () => {
    folder("open", 0o777);
    folder("open/own", 0o700);
    expect(newSocketPath([folder("open/own/deeper", 0o700)])).toBeNull();
  });

  it("is checked at the targets of links on its path", () => {
    const own = folder("own", 0o700);
    const [good, bad] = [join(root, "good"), join(root, "bad")];
    symlinkSync(own, good);
    symlinkSync(folder("open", 0o777), bad);
    expect(safePath(good)).toBe(own);
    expect(newSocketPath([good])?.startsWith(`${own}/`)).toBe(true);
    expect(newSocketPath([bad])).toBeNull();
  });

  it.skipIf(!isRoot)("is not another user's, nor below one, sticky or not", () => {
    for (const mode of [0o700, 0o755, 0o1777]) {
      const theirs = folder(`theirs-${mode.toString(8)}`, mode, STRANGER);
      expect(newSocketPath([theirs]), mode.toString(8)).toBeNull();
      mkdirSync(join(theirs, "ours"), { mode: 0o700 });
      expect(newSocketPath([join(theirs, "ours")])).toBeNull();
    }
  });

  it("is not missing, a file, or without a name", () => {
    expect(newSocketPath(["", join(root, "none"), "/dev/null", `${root}\0`])).toBeNull();
  });

  it("is the first of several that is safe", () => {
    const [open, own] = [folder("open", 0o777), folder("own", 0o700)];
    expect(newSocketPath([open, "", own])?.startsWith(`${own}/sd-`)).toBe(true);
  });

  it("is refused if there is none", async () => {
    const long = folder("x".repeat(120), 0o700);
    for (const place of [join(root, "none"), long, folder("open", 0o777)])
      expect(await codeOf(openSecretSocket(() => undefined, [place]))).toBe("E-VAULT-TEMP");
  });
});
