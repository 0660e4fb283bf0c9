// The transfer manifest: written, read strictly, and compared with the medium.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import { readMarker } from "./marker.ts";
import { writeMarker } from "./prepare.ts";
import { aMedium, aRoot, bytesOf } from "./media.fixture.ts";
import {
  checkManifest,
  readManifest,
  writeFile,
  writeManifest,
  type Manifest,
  type Medium,
} from "./media.ts";

let medium: Medium;
let end = (): void => undefined;
beforeEach(() => {
  const made = aRoot();
  ({ end } = made);
  medium = aMedium(made.root);
});
afterEach(() => end());

const at = (name: string): string => join(medium.folder, name);
const ceremony = "5b1d3a0c9e7f4826b1d05c3e9a7f4412";
const head = sha256Hex(bytesOf("head"));
const base = { ceremony, head, hsm: "contoso-hsm", mode: "REHEARSAL" } as const;

/** A medium with three files and their manifest. */
function filled(): Manifest {
  const files = ["b.cer", "a.cer", "record.jsonl"].map((name) =>
    writeFile(medium, name, bytesOf(name)),
  );
  const manifest: Manifest = { ...base, files };
  writeManifest(medium, manifest);
  return manifest;
}

describe("the manifest", () => {
  it("is written in the one documented form, sorted", () => {
    filled();
    const line = (name: string): string =>
      `{"name":"${name}","sha256":"${sha256Hex(bytesOf(name))}","size":${name.length}}`;
    expect(readFileSync(at("manifest.json"), "utf8")).toBe(
      `{"ceremony":"${ceremony}","files":[${["a.cer", "b.cer", "record.jsonl"].map(line).join()}],`
        + `"head":"${head}","hsm":"contoso-hsm","mode":"REHEARSAL","version":1}\n`,
    );
  });

  it("of FORMAT.md is one, and so is its marker", () => {
    const format = readFileSync(new URL("FORMAT.md", import.meta.url), "utf8");
    const examples = [...format.matchAll(/```json\n(.*\n)```/g)].map((match) => match[1] ?? "");
    const [marker = "", manifest = ""] = examples;
    writeFileSync(at("manifest.json"), manifest);
    expect(readManifest(medium)).toMatchObject({
      hsm: "contoso-hsm",
      files: [{ name: "cert_0.cer" }],
    });
    expect(writeMarker(readMarker(utf8(marker)))).toEqual(utf8(marker));
  });

  it("comes back as it was written, and replaces the one before it", () => {
    const file = fc.record({
      name: fc.stringMatching(/^f[a-z0-9_-]{0,20}\.cer$/),
      sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
      size: fc.integer({ min: 1, max: 2 ** 26 }),
    });
    const some = fc.uniqueArray(file, { selector: ({ name }) => name, maxLength: 8 });
    fc.assert(
      fc.property(some, (files) => {
        writeManifest(medium, { ...base, files });
        const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
        expect(readManifest(medium)).toEqual({ ...base, files: sorted });
      }),
      { numRuns: 20 },
    );
  });

  it("with any one byte changed is another manifest or none, never the same", () => {
    filled();
    const good = new Uint8Array(readFileSync(at("manifest.json")));
    const before = readManifest(medium);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (i, x) => {
        const bad = good.map((byte, j) => (i === j ? byte ^ x : byte));
        writeFileSync(at("manifest.json"), bad);
        let read: Manifest | undefined;
        const code = codeOf(() => {
          read = readManifest(medium);
        });
        if (read === undefined) expect(code).toMatch(/^E-MEDIA-(MANIFEST|NAME|NAMECLASH)$/);
        else expect(read).not.toEqual(before);
      }),
      { numRuns: 200 },
    );
  });

  it("cut anywhere is refused", () => {
    filled();
    const good = readFileSync(at("manifest.json"));
    for (let length = 1; length < good.length; length += 7) {
      writeFileSync(at("manifest.json"), good.subarray(0, length));
      expect(codeOf(() => readManifest(medium))).toBe("E-MEDIA-MANIFEST");
    }
  });
});

describe("a manifest that is not of the form", () => {
  const form = {
    ceremony,
    files: [] as unknown[],
    head,
    hsm: "contoso-hsm",
    mode: "REHEARSAL",
    version: 1,
  };
  const backwards: unknown = Object.fromEntries(Object.entries(form).reverse());
  const named = { name: "a.cer", sha256: head, size: 1 };
  const text = (value: unknown): string => `${JSON.stringify(value)}\n`;

  it.each([
    ["with an unknown member", text({ ...form, z: 1 })],
    ["in another order", text(backwards)],
    ["with a space", `${JSON.stringify(form, null, 1)}\n`],
    ["without the last line's end", JSON.stringify(form)],
    ["with more behind it", `${text(form)}\n`],
    ["with a member twice", text(form).replace("{", `{"ceremony":"${ceremony}",`)],
    ["of another version", text({ ...form, version: 2 })],
    ["of an unknown mode", text({ ...form, mode: "TEST" })],
    ["with a short head", text({ ...form, head: "00" })],
    ["with an odd HSM name", text({ ...form, hsm: "a b" })],
    ["without files", text({ ...form, files: {} })],
    ["naming a file twice", text({ ...form, files: [named, named] })],
    ["naming an empty file", text({ ...form, files: [{ ...named, size: 0 }] })],
    ["naming a half byte", text({ ...form, files: [{ ...named, size: 1.5 }] })],
    ["naming itself", text({ ...form, files: [{ ...named, name: "manifest.json" }] })],
    ["naming the marker", text({ ...form, files: [{ ...named, name: "medium.json" }] })],
    ["with a member more in a file", text({ ...form, files: [{ ...named, z: 1 }] })],
    [
      "unsorted",
      text({
        ...form,
        files: [
          { ...named, name: "b" },
          { ...named, name: "a" },
        ],
      }),
    ],
    ["with a byte order mark", `\ufeff${text(form)}`],
    ["longer than any", `${text(form)}${" ".repeat(1024 * 1024)}`],
  ])("%s is refused", (_, content) => {
    writeFileSync(at("manifest.json"), content);
    expect(codeOf(() => readManifest(medium))).toBe("E-MEDIA-MANIFEST");
  });

  it.each(["../a", "/a", "C:a", "a\u0000", "a.", "CON", "a:b", "a\\b"])(
    "naming %j is refused (B083)",
    (name) => {
      writeFileSync(at("manifest.json"), text({ ...form, files: [{ ...named, name }] }));
      expect(codeOf(() => readManifest(medium))).toBe("E-MEDIA-NAME");
    },
  );

  it("naming two files alike but for capitals is refused (B084)", () => {
    const files = [{ ...named, name: "A.cer" }, named];
    writeFileSync(at("manifest.json"), text({ ...form, files }));
    expect(codeOf(() => readManifest(medium))).toBe("E-MEDIA-NAMECLASH");
  });

  it("is not written either", () => {
    const bad = { ...base, head: "x", files: [] };
    expect(codeOf(() => writeManifest(medium, bad))).toBe("E-MEDIA-MANIFEST");
    expect(codeOf(() => readManifest(medium))).toBe("E-MEDIA-INCOMPLETE");
  });

  it("that is missing means that the copy was not finished (B079)", () => {
    expect(codeOf(() => readManifest(medium))).toBe("E-MEDIA-INCOMPLETE");
  });
});

describe("a medium compared with its manifest", () => {
  it("passes when all is there and unchanged", () => {
    filled();
    expect(checkManifest(medium, readManifest(medium))).toEqual([]);
  });

  it("lacks a file (B079)", () => {
    const manifest = filled();
    rmSync(at("a.cer"));
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-INCOMPLETE");
    writeFileSync(at("a.cer"), "");
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-INCOMPLETE");
  });

  it("has a file of another size or content (B081)", () => {
    const manifest = filled();
    for (const text of ["A.cer", "a.cer ", "a"]) {
      writeFileSync(at("a.cer"), text);
      expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-HASH");
    }
  });

  it("has a link, a second name or a folder where a file is named (B082)", () => {
    const manifest = filled();
    renameSync(at("a.cer"), join(medium.folder, "..", "away"));
    symlinkSync(join(medium.folder, "..", "away"), at("a.cer"));
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-KIND");
    rmSync(at("a.cer"));
    linkSync(join(medium.folder, "..", "away"), at("a.cer"));
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-KIND");
    rmSync(at("a.cer"));
    mkdirSync(at("a.cer"));
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-KIND");
  });

  it("has names that differ only in capitals or Unicode form (B084)", () => {
    const manifest = filled();
    writeFileSync(at("A.cer"), "x");
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-NAMECLASH");
    rmSync(at("A.cer"));
    writeFileSync(at("\uff41.cer"), "x");
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("E-MEDIA-NAMECLASH");
  });

  it("has foreign things: counted, never opened, never named (B080, B087)", () => {
    const manifest = filled();
    writeFileSync(at("autorun.inf"), "x");
    expect(checkManifest(medium, manifest)).toEqual([
      {
        code: "W-MEDIA-FOREIGN",
        message: "One thing on the medium is not in its manifest; it was not opened.",
      },
    ]);
    mkdirSync(at("holiday"));
    symlinkSync("/dev/zero", at("endless.lnk"));
    // Opening one of these would be refused: they are not files.
    for (const name of ["other.json", "d.cer", "other.jsonl", "sd.txt"]) mkdirSync(at(name));
    expect(codeOf(() => checkManifest(medium, manifest))).toBe("nothing thrown");
    const found = [...checkManifest(medium, manifest)].map(({ message }) => message);
    expect(found).toEqual([expect.stringMatching(/^7 things/)]);
  });

  it("belongs to the other mode", () => {
    const manifest = filled();
    expect(codeOf(() => checkManifest(medium, { ...manifest, mode: "PRODUCTION" }))).toBe(
      "E-MEDIA-PRODUCTION",
    );
  });
});
