// On Windows a file that is open for appending cannot be truncated: a line that reads back
// differently must still be removed there.
import type * as fs from "node:fs";
import { ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { openJournal, RECORD_FILE } from "./journal.ts";
import { temporaryFolder } from "./record.fixture.ts";

vi.mock("node:fs", { spy: true });
const real: typeof fs = await vi.importActual("node:fs");

/** Files that are open for appending can no longer be truncated. */
function asOnWindows(): void {
  const appending = new Set<number>();
  vi.mocked(openSync).mockImplementation((path, flags, mode) => {
    const file = real.openSync(path, flags, mode);
    appending[flags === "a+" ? "add" : "delete"](file);
    return file;
  });
  vi.mocked(ftruncateSync).mockImplementation((file, size) => {
    if (!appending.has(file)) real.ftruncateSync(file, size);
    else throw Object.assign(new Error("EPERM"), { syscall: "ftruncate", code: "EPERM" });
  });
}

it("a line that the disk stored wrongly is removed, and the record continues", () => {
  asOnWindows();
  const folder = temporaryFolder();
  const open = () => openJournal({ folder, station: "offline", clock: () => new Date() });
  const entry = { by: "administrator", type: "noted", data: {} };
  const journal = open();
  journal.append([entry]);
  const before = readFileSync(join(folder, RECORD_FILE));
  vi.mocked(writeSync).mockImplementationOnce((file, bytes) =>
    real.writeSync(file, new Uint8Array(bytes.length)),
  );
  expect(codeOf(() => journal.append([entry]))).toBe("E-LOG-IO");
  expect(readFileSync(join(folder, RECORD_FILE))).toEqual(before);
  journal.close();
  const again = open();
  expect(again.append([entry])).toHaveLength(1);
  again.close();
});
