// A folder of photographs: what counts as one, and to which bag it belongs.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex } from "../../crypto/index.ts";
import { newPhotographs, PHOTOGRAPH_BYTES_MAX, readPhotographs } from "./photographs.ts";

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 2]);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "photographs-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const put = (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes);
const refused = (): string => codeOf(() => readPhotographs(folder));

describe("a folder of photographs", () => {
  it("has each JPEG and PNG file, recognised by its first bytes, and skips the rest", () => {
    put("0048 22.JPG", JPEG);
    put("a picture.jpeg", PNG);
    put("notes.txt", JPEG);
    put(".hidden.png", PNG);
    expect(readPhotographs(folder)).toEqual([
      {
        path: join(folder, "0048 22.JPG"),
        name: "0048 22.JPG",
        sha256: sha256Hex(JPEG),
        size: 5,
        form: "jpeg",
      },
      {
        path: join(folder, "a picture.jpeg"),
        name: "a picture.jpeg",
        sha256: sha256Hex(PNG),
        size: 9,
        form: "png",
      },
    ]);
  });

  it("is refused if it has none, more than 40, or other files", () => {
    expect(refused()).toBe("E-PHOTO-FILES");
    put("a.png", Buffer.from("<svg/>"));
    expect(refused()).toBe("E-PHOTO-FILES");
    for (let n = 0; n < 40; n++) put(`${String(n)}.png`, PNG);
    rmSync(join(folder, "a.png"));
    expect(readPhotographs(folder)).toHaveLength(40);
    put("one more.png", PNG);
    expect(refused()).toBe("E-PHOTO-FILES");
    expect(codeOf(() => readPhotographs(join(folder, "gone")))).toBe("E-PHOTO-FILES");
  });

  it("is refused with a file that is too large, a link, or a folder of that name", () => {
    put("a.png", PNG);
    truncateSync(join(folder, "a.png"), PHOTOGRAPH_BYTES_MAX + 1);
    expect(refused()).toBe("E-PHOTO-FILES");
    truncateSync(join(folder, "a.png"), PHOTOGRAPH_BYTES_MAX);
    expect(readPhotographs(folder)).toHaveLength(1);
    symlinkSync(join(folder, "a.png"), join(folder, "b.png"));
    expect(refused()).toBe("E-PHOTO-FILES");
    rmSync(join(folder, "b.png"));
    mkdirSync(join(folder, "c.jpg"));
    expect(refused()).toBe("E-PHOTO-FILES");
  });
});

describe("the name of a photograph", () => {
  const [medium, envelope] = ["officer-1 medium", "officer-1 passphrase envelope"];
  const state = (...seals: readonly (readonly [string, string])[]) =>
    ({
      custody: { objects: seals.map(([object, seal]) => ({ object, seal })) },
      seals: null,
      opened: null,
      standing: {},
    }) as unknown as Parameters<typeof newPhotographs>[0];
  const named = (name: string) =>
    ({ path: "", name, sha256: sha256Hex(JPEG), size: 5, form: "jpeg" }) as const;
  const READ = state([medium, "0048 2213"], [envelope, "0048-2214"]);
  const objectOf = (name: string, read = READ): string | undefined =>
    newPhotographs(read, [named(name)])[0]?.object;

  it.each(["0048 2213.jpg", "00482213.JPG", "0048-2213 (2).jpeg", "0048_2213(3).png"])(
    "is that of a bag: %s",
    (name) => expect(objectOf(name)).toBe(medium),
  );

  it.each(["0048 221.jpg", "0048 22130.jpg", "IMG_0048.jpg", "(2).jpg", "2213.png"])(
    "is of none: %s",
    (name) => expect(objectOf(name)).toBeUndefined(),
  );

  it("is of none if it could be of two bags", () => {
    expect(objectOf("111.jpg", state([medium, "1-11"], [envelope, "11-1"]))).toBeUndefined();
  });
});
