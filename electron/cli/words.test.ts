// `sd words`: hex and files into words, words back into hex; distinguished by their form alone.
import { createHash } from "node:crypto";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CANARY, expectRefusal, sd, sdJson, temporaryFolder } from "./program.fixture.ts";
import { vectorFile } from "./restore-blob.fixture.ts";

const HEX = "55601f4f3926a533229735a6e08cd408776a66bcaac052196a7d2960a49fa9ab";
const WORDS =
  "edict fortitude billiard document classroom caretaker reindeer concurrent "
  + "blockade mosquito chopper paragon tapeworm megaton steamship antenna "
  + "involve hamburger framework pyramid reward recipe dupont bottomless "
  + "geiger insincere breakup fortitude regain opulent revenge pegasus";
const DOMAIN = vectorFile("2of3-rsa2048", "sd.json");

describe("hex digits", () => {
  it("become words, four a line", async () => {
    const { code, out, errors } = await sd(["words", HEX]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const lines = out.trimEnd().split("\n");
    expect(lines[0]).toBe(HEX);
    expect(lines[1]).toBe("  edict fortitude billiard document");
    expect(
      lines
        .slice(1)
        .map((line) => line.trim())
        .join(" "),
    ).toBe(WORDS);
  });

  it("are accepted in capitals, with spaces and colons, from ten bytes on", async () => {
    for (const given of [
      [HEX.toUpperCase()],
      [HEX.replaceAll(/(..)(?!$)/g, "$1:")],
      HEX.match(/.{8}/g)!,
    ])
      expect((await sdJson(["words", ...given])).result).toEqual({ hex: HEX, words: WORDS });
    expect((await sdJson(["words", HEX.slice(0, 20)])).result).toEqual({
      hex: HEX.slice(0, 20),
      words: WORDS.split(" ").slice(0, 10).join(" "),
    });
  });

  it("that are not pairs, or too many, are refused", async () => {
    for (const given of [HEX.slice(1), HEX.repeat(3)])
      expectRefusal(await sd(["words", given]), "E-DIGEST-FORM");
  });
});

describe("words", () => {
  it("become hex again, quoted or not, in any case", async () => {
    for (const given of [[WORDS], WORDS.split(" "), [WORDS.toUpperCase().replaceAll(" ", ", ")]])
      expect((await sdJson(["words", ...given])).result).toEqual({ hex: HEX, words: WORDS });
  });

  it("that are swapped, dropped, or no words, are refused", async () => {
    for (const given of ["fortitude edict", "edict billiard", `edict ${CANARY.replace("7", "x")}`])
      for (const args of [[given], given.split(" ")])
        expectRefusal(await sd(["words", ...args]), "E-WORDS");
  });
});

describe("a file", () => {
  it("gives the words of its SHA-256, whatever it is", async () => {
    expect((await sdJson(["words", DOMAIN])).result).toEqual({ hex: HEX, words: WORDS });
    expect((await sd(["words", DOMAIN])).out).toMatch(`SHA-256 of the file: ${HEX}\n  edict `);
  });

  it("of any size, as a live image is, gives its words too", async () => {
    const file = join(temporaryFolder(), "large");
    writeFileSync(file, "");
    truncateSync(file, 200 * 1024 * 1024);
    const hash = createHash("sha256");
    for (let n = 0; n < 200; n += 1) hash.update(new Uint8Array(1024 * 1024));
    expect((await sdJson(["words", file])).result).toMatchObject({ hex: hash.digest("hex") });
    expectRefusal(await sd(["words", temporaryFolder()]), "E-FILE-KIND");
  });

  it("with a name like hex is given by its path", async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, HEX), "");
    expect((await sdJson(["words", HEX], { cwd })).result).toMatchObject({ hex: HEX });
    expect((await sdJson(["words", `./${HEX}`], { cwd })).result).toMatchObject({
      hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    });
  });

  it("that is not there, and two files, are refused", async () => {
    expectRefusal(await sd(["words", CANARY]), "E-FILE-MISSING");
    expectRefusal(await sd(["words", DOMAIN, DOMAIN]), "E-USAGE", 2);
    expectRefusal(await sd(["words"]), "E-USAGE", 2);
  });
});
