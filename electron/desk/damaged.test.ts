// A damaged record stops what would begin beside it, and nothing else.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { isFault } from "../../crypto/index.ts";
import { activation, activationWith, recordWith } from "../evidence/record.fixture.ts";
import type { WindowView } from "../bridge/view.ts";
import { vaultsHere } from "../vault/here.fixture.ts";
import { deskIn } from "./desk.fixture.ts";
import type { Desk } from "./desk.ts";

let root = "";
beforeEach(() => (root = mkdtempSync(join(tmpdir(), "damaged-"))));

/** A record in a folder of its own; the path of its file. */
function stored(media: number, folder: string, bytes: Uint8Array): string {
  const at = join(root, String(media), ".ceremonies", folder, "offline");
  mkdirSync(at, { recursive: true });
  writeFileSync(join(at, "record.jsonl"), bytes);
  return join(at, "record.jsonl");
}

/** The same path, where nothing is any more. */
function rmOf(file: string): string {
  rmSync(file);
  return file;
}

/** With one bit that is not as it was written. */
function damaged(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[200] = (changed[200] ?? 0) ^ 1;
  return changed;
}

const UNFINISHED = damaged(recordWith(activationWith()));
const begun = (desk: Desk): Promise<string> =>
  desk.begin({ ceremony: "activation", on: "folders" }).then(
    () => "begun",
    (error: unknown) => (isFault(error) ? error.code : "no fault"),
  );
const folders = ({ home }: WindowView) => home.damaged.map(({ folder }) => folder);

describe("a damaged record", () => {
  it("is named at Home with its folder, beside what is sound, and nothing may begin", async () => {
    stored(1, "1-activation", activation());
    const file = stored(2, "1-activation", UNFINISHED);
    const view = await deskIn(root).look();
    expect(view.home.damaged).toEqual([
      { name: "activation", folder: dirname(dirname(file)), code: "E-LOG-HASH" },
    ]);
    expect(view.home.ceremonies.map(({ progress }) => progress)).toEqual(["closed"]);
    expect(view.home.custody).not.toBeNull();
    expect(Object.values(view.home.may)).not.toContain(true);
  });

  it.each<readonly [string, (file: string) => void, string]>([
    ["a bit is another", (file) => writeFileSync(file, damaged(activation())), "E-LOG-HASH"],
    ["only its end came to the disk", (file) => writeFileSync(file, '"}\n'), "E-LOG-CORRUPT"],
    ["a folder is in its place", (file) => mkdirSync(rmOf(file)), "E-LOG-IO"],
  ])("is one of which %s", async (_, change, code) => {
    change(stored(1, "1-activation", activation()));
    expect((await deskIn(root).look()).home.damaged).toMatchObject([{ code }]);
  });

  it("is not removed as one that nobody opened, and no ceremony continues beside it", async () => {
    const file = stored(1, "1-activation", UNFINISHED);
    const desk = deskIn(root);
    expect(await begun(desk)).toBe("E-DESK-DAMAGED");
    expect(readFileSync(file)).toEqual(Buffer.from(UNFINISHED));
  });

  it("is set aside whole, and then ceremonies begin", async () => {
    const file = stored(1, "1-activation", UNFINISHED);
    const desk = deskIn(root);
    const folder = folders(await desk.look())[0] ?? "";
    const { home } = await desk.setAside({ number: 1, how: "damaged" });
    expect(home.damaged).toEqual([]);
    expect(existsSync(file)).toBe(false);
    const kept = join(`${folder}.damaged`, "offline", "record.jsonl");
    expect(readFileSync(kept)).toEqual(Buffer.from(UNFINISHED));
    expect(await begun(desk)).toBe("begun");
    expect(existsSync(kept)).toBe(true);
  });

  it("is none if there is no such record", async () => {
    const desk = deskIn(root);
    const asked = desk.setAside({ number: 1, how: "damaged" });
    await expect(asked).rejects.toMatchObject({ code: "E-DESK-STALE" });
  });
});

describe("a glance", () => {
  it("that meets a fault is nobody's question: the next one gets the fault", async () => {
    let isWell = true;
    const clock = (): Date => {
      if (!isWell) throw new Error("no time");
      return new Date();
    };
    const desk = deskIn(root, vaultsHere, { clock });
    await desk.look();
    isWell = false;
    expect(() => {
      desk.glance();
    }).not.toThrow();
    await expect(desk.look()).rejects.toThrow("no time");
    isWell = true;
  });
});
