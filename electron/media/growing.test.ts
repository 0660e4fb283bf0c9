// A file that another program is writing while it is searched.
import { appendFileSync, writeFileSync, type readSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { aMedium, aRoot } from "./media.fixture.ts";
import { checkNoSecrets, findSecrets, type Medium } from "./media.ts";

/** What another program does after a file was read. */
const other = vi.hoisted(() => ({ does: (): void => undefined }));
vi.mock("node:fs", async (original) => {
  const fs = await original<{ readSync: typeof readSync }>();
  const reads = (...args: Parameters<typeof readSync>): number => {
    const read = fs.readSync(...args);
    other.does();
    return read;
  };
  return { ...fs, readSync: reads };
});

let medium: Medium;
let end = (): void => undefined;
beforeEach(() => {
  const made = aRoot();
  ({ end } = made);
  medium = aMedium(made.root);
  writeFileSync(join(medium.folder, "log"), "one line\n");
});
afterEach(() => {
  other.does = () => undefined;
  end();
});

const grow = (text: string): void => appendFileSync(join(medium.folder, "log"), text);

describe("a file that grows while it is searched", () => {
  it("is searched as it is then", () => {
    let times = 0;
    other.does = () => {
      if (times++ === 0) grow("-----BEGIN PRIVATE KEY-----\n");
    };
    expect(findSecrets(medium)).toEqual(["log"]);
  });

  it("hinders nothing when it is done", () => {
    let times = 0;
    other.does = () => {
      if (times++ < 20) grow("another line\n");
    };
    checkNoSecrets(medium);
    expect(times).toBeGreaterThan(20);
  });

  it("is refused, not passed, while it continues", () => {
    other.does = () => grow("another line\n");
    expect(codeOf(() => checkNoSecrets(medium))).toBe("E-MEDIA-CROWDED");
  });
});
