// Making, finding and checking a medium on a real file system.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random, utf8 } from "../../crypto/index.ts";
import { aMedium, aRoot } from "./media.fixture.ts";
import { checkMedium, findMedium, prepareMedium, readMarker, writeFile } from "./media.ts";

let root = "";
let end = (): void => undefined;
beforeEach(() => ({ root, end } = aRoot()));
afterEach(() => end());

const REHEARSAL = { mode: "REHEARSAL" } as const;

describe("preparing a medium", () => {
  it("makes the folder and a marker of the documented form", () => {
    const medium = prepareMedium(join(root, "new", "root"), "officer-1", "PRODUCTION", random);
    expect(medium.id).toMatch(/^[0-9a-f]{32}$/);
    expect(medium.folder).toBe(join(root, "new", "root", "officer-1"));
    expect(readFileSync(join(medium.folder, "medium.json"), "utf8")).toBe(
      `{"id":"${medium.id}","label":"officer-1","mode":"PRODUCTION"}\n`,
    );
  });

  it("uses an existing one with this label unchanged", () => {
    expect(aMedium(root)).toEqual(aMedium(root));
  });

  it("refuses one of the other mode", () => {
    aMedium(root);
    expect(codeOf(() => aMedium(root, "transfer", "PRODUCTION"))).toBe("E-MEDIA-REHEARSAL");
    aMedium(root, "real", "PRODUCTION");
    expect(codeOf(() => aMedium(root, "real"))).toBe("E-MEDIA-PRODUCTION");
  });

  it("does not take a folder with other people's files", () => {
    mkdirSync(join(root, "transfer"));
    writeFileSync(join(root, "transfer", "holiday.jpg"), "x");
    expect(codeOf(() => aMedium(root))).toBe("E-MEDIA-MARKER");
  });

  it("continues after a crash left an empty marker and an incomplete one", () => {
    mkdirSync(join(root, "transfer"));
    writeFileSync(join(root, "transfer", "medium.json"), "");
    writeFileSync(join(root, "transfer", "medium.json.part"), '{"id":');
    const medium = aMedium(root);
    expect(findMedium(root, "transfer")).toEqual(medium);
    expect(existsSync(join(medium.folder, "medium.json.part"))).toBe(false);
  });

  it("refuses a label that is no file name", () => {
    expect(codeOf(() => aMedium(root, "../transfer"))).toBe("E-MEDIA-NAME");
  });
});

describe("finding a medium", () => {
  it("says that it is not inserted if its folder does not exist", () => {
    expect(codeOf(() => findMedium(root, "transfer"))).toBe("E-MEDIA-MISSING");
    expect(codeOf(() => findMedium(join(root, "none"), "transfer"))).toBe("E-MEDIA-MISSING");
  });

  it("does not follow a link", () => {
    symlinkSync(aMedium(root).folder, join(root, "other"));
    expect(codeOf(() => findMedium(root, "other"))).toBe("E-MEDIA-KIND");
  });

  it("refuses a marker under another name than its label", () => {
    renameSync(aMedium(root).folder, join(root, "other"));
    expect(codeOf(() => findMedium(root, "other"))).toBe("E-MEDIA-MARKER");
  });

  const id = "0".repeat(32);
  it.each([
    ["no JSON", "medium"],
    ["empty", ""],
    ["an array", "[]"],
    ["without mode", JSON.stringify({ id, label: "transfer" })],
    ["an unknown mode", JSON.stringify({ id, label: "transfer", mode: "TEST" })],
    [
      "an id in capitals",
      JSON.stringify({ id: "A".repeat(32), label: "transfer", mode: "REHEARSAL" }),
    ],
    ["one member more", JSON.stringify({ id, label: "transfer", mode: "REHEARSAL", x: 1 })],
    ["a member twice", `{"id":"${id}","id":"${id}","label":"transfer","mode":"REHEARSAL"}`],
    ["a long one", JSON.stringify({ id, label: "transfer", mode: "REHEARSAL" }) + " ".repeat(2000)],
  ])("refuses a marker that is %s", (_, text) => {
    const { folder } = aMedium(root);
    writeFileSync(join(folder, "medium.json"), text);
    expect(codeOf(() => findMedium(root, "transfer"))).toBe("E-MEDIA-MARKER");
  });

  it("B168 refuses a marker on a drive by the same form, wherever its folder is", () => {
    const of = (label: string) =>
      readMarker(utf8(JSON.stringify({ id, label, mode: "PRODUCTION" })));
    expect(of("officer-1").label).toBe("officer-1");
    for (const label of ["", "a b", "../transfer", "officer-1\u202e", "officer-1\ud800"])
      expect(codeOf(() => of(label))).toBe("E-MEDIA-MARKER");
  });

  it("refuses a marker that is a link or a folder", () => {
    const { folder } = aMedium(root);
    const marker = join(folder, "medium.json");
    renameSync(marker, join(root, "away"));
    symlinkSync(join(root, "away"), marker);
    expect(codeOf(() => findMedium(root, "transfer"))).toBe("E-MEDIA-MARKER");
    rmSync(marker);
    mkdirSync(marker);
    expect(codeOf(() => findMedium(root, "transfer"))).toBe("E-MEDIA-MARKER");
  });
});

describe("checking a medium", () => {
  it("passes one that is there, the same, of this mode, writable and roomy", () => {
    const medium = aMedium(root);
    const expected = { ...REHEARSAL, id: medium.id };
    expect(codeOf(() => checkMedium(medium, expected))).toBe("nothing thrown");
  });

  it("refuses another one than before (F16)", () => {
    const medium = aMedium(root);
    const expected = { ...REHEARSAL, id: "f".repeat(32) };
    expect(codeOf(() => checkMedium(medium, expected))).toBe("E-MEDIA-OTHER");
  });

  it("finds out that another one was put in its place, and writes nothing on that", () => {
    const medium = aMedium(root);
    rmSync(medium.folder, { recursive: true });
    const other = aMedium(root);
    expect(codeOf(() => checkMedium(medium, REHEARSAL))).toBe("E-MEDIA-OTHER");
    expect(codeOf(() => writeFile(medium, "a.txt", random(3)))).toBe("E-MEDIA-OTHER");
    expect(existsSync(join(other.folder, "a.txt"))).toBe(false);
  });

  it("tells a removed one from a foreign one", () => {
    const medium = aMedium(root);
    rmSync(medium.folder, { recursive: true });
    expect(codeOf(() => checkMedium(medium, REHEARSAL))).toBe("E-MEDIA-GONE");
    mkdirSync(medium.folder);
    expect(codeOf(() => checkMedium(medium, REHEARSAL))).toBe("E-MEDIA-GONE");
  });

  it("keeps rehearsal and production apart, both ways", () => {
    const [rehearsal, production] = [aMedium(root), aMedium(root, "real", "PRODUCTION")];
    expect(codeOf(() => checkMedium(rehearsal, { mode: "PRODUCTION" }))).toBe("E-MEDIA-REHEARSAL");
    expect(codeOf(() => checkMedium(production, REHEARSAL))).toBe("E-MEDIA-PRODUCTION");
  });

  it("refuses one without the room a step needs (B088)", () => {
    const medium = aMedium(root);
    const expected = { ...REHEARSAL, freeBytes: Number.MAX_SAFE_INTEGER };
    expect(codeOf(() => checkMedium(medium, expected))).toBe("E-MEDIA-SPACE");
  });
});
