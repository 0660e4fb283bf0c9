// The archive of a package: the same bytes for the same files.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, expect, it } from "vitest";
import { onPath } from "../setup/run.mjs";
import { tarXz } from "./tar-xz.mjs";

const folder = mkdtempSync(join(tmpdir(), "sd-tar-xz-"));
afterAll(() => rmSync(folder, { recursive: true }));
const impossible = process.platform !== "linux" || !["tar", "xz"].every((one) => onPath(one));
/** 2 November 2026. */
const MOMENT = 1_793_577_600;

/** The archive of three files that were made in this order, at this time. */
async function archiveOf(
  place: string,
  names: readonly string[],
  madeAt: number,
  moment = MOMENT,
): Promise<Buffer> {
  const app = join(folder, place, "app");
  mkdirSync(app, { recursive: true });
  for (const name of names) {
    writeFileSync(join(app, name), `of ${name}`);
    utimesSync(join(app, name), madeAt, madeAt);
  }
  utimesSync(app, madeAt, madeAt);
  const file = join(folder, `${place}.tar.xz`);
  await tarXz(app, file, moment);
  return readFileSync(file);
}

it.skipIf(impossible)(
  "is the same whenever, wherever and in whichever order its files were made (needs tar, xz)",
  async () => {
    const one = await archiveOf("one", ["a", "b", "c"], 1_000_000_000);
    const other = await archiveOf("elsewhere", ["c", "a", "b"], 1_700_000_000);
    expect(one.toString("hex")).toBe(other.toString("hex"));
    const later = await archiveOf("later", ["a", "b", "c"], 1_000_000_000, MOMENT + 1);
    expect(later.toString("hex")).not.toBe(one.toString("hex"));
  },
);
