// Writing an answer from the network to a medium, on a real file system.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { sha256Hex } from "../../crypto/index.ts";
import { aMedium, aRoot, bytesOf } from "./media.fixture.ts";
import { listFiles, openAnswer, writeFile, type Medium } from "./media.ts";

let medium: Medium;
let end = (): void => undefined;
beforeEach(() => {
  const made = aRoot();
  ({ end } = made);
  medium = aMedium(made.root);
});
afterEach(() => end());

const at = (name: string): string => join(medium.folder, name);
const text = (name: string): string => readFileSync(at(name), "utf8");

describe("an answer", () => {
  it("gets its name only when it is finished", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(bytesOf('{"a":'));
    expect(text("sd.json.partial")).toBe('{"a":');
    expect(existsSync(at("sd.json"))).toBe(false);
    answer.write(bytesOf("1}"));
    expect(answer.finish()).toEqual({
      name: "sd.json",
      size: 7,
      sha256: sha256Hex(bytesOf('{"a":1}')),
    });
    expect(text("sd.json")).toBe('{"a":1}');
    expect(readdirSync(medium.folder).sort()).toEqual(["medium.json", "sd.json"]);
  });

  it("keeps what came before the caller used its memory again", () => {
    const answer = openAnswer(medium, "sd.json");
    const memory = bytesOf("abc");
    answer.write(memory);
    memory.fill(0);
    expect(answer.finish().sha256).toBe(sha256Hex(bytesOf("abc")));
    expect(text("sd.json")).toBe("abc");
  });

  it("that is given up stays as a part, never under the name (F35)", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(bytesOf("half"));
    expect(answer.abandon()).toEqual({
      name: "sd.json.partial",
      size: 4,
      sha256: sha256Hex(bytesOf("half")),
    });
    expect(listFiles(medium)).toEqual(["sd.json.partial"]);
  });

  it("that is given up with nothing in it leaves nothing", () => {
    expect(openAnswer(medium, "sd.json").abandon()).toBeNull();
    expect(readdirSync(medium.folder)).toEqual(["medium.json"]);
  });

  it("that ends with nothing in it is refused and leaves nothing", () => {
    const answer = openAnswer(medium, "sd.json");
    expect(codeOf(() => answer.finish())).toBe("E-MEDIA-EMPTY");
    expect(readdirSync(medium.folder)).toEqual(["medium.json"]);
  });

  it("leaves earlier parts as they are, nine of them, and then takes no more", () => {
    for (let n = 1; n <= 9; n++) {
      const answer = openAnswer(medium, "sd.json");
      answer.write(bytesOf(String(n)));
      answer.abandon();
    }
    expect(text("sd.json.partial")).toBe("1");
    expect(text("sd.json.partial-9")).toBe("9");
    expect(codeOf(() => openAnswer(medium, "sd.json"))).toBe("E-MEDIA-EXISTS");
    expect(listFiles(medium)).toHaveLength(9);
  });

  it("takes no name that is taken, at the start and at the end", () => {
    writeFile(medium, "sd.json", bytesOf("mine"));
    expect(codeOf(() => openAnswer(medium, "sd.json"))).toBe("E-MEDIA-EXISTS");
    const late = openAnswer(medium, "late.json");
    late.write(bytesOf("answer"));
    writeFile(medium, "late.json", bytesOf("mine"));
    expect(codeOf(() => late.finish())).toBe("E-MEDIA-EXISTS");
    expect(text("late.json")).toBe("mine");
    expect(text("late.json.partial")).toBe("answer");
  });

  it("that was altered on the medium does not get its name, and the part stays (F17)", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(bytesOf("true"));
    writeFileSync(at("sd.json.partial"), "lies");
    expect(codeOf(() => answer.finish())).toBe("E-MEDIA-LIES");
    expect(listFiles(medium)).toEqual(["sd.json.partial"]);
    const other = openAnswer(medium, "other.json");
    other.write(bytesOf("true"));
    writeFileSync(at("other.json.partial"), "lies");
    expect(codeOf(() => other.abandon())).toBe("E-MEDIA-LIES");
  });

  it("takes nothing after its end", () => {
    const answer = openAnswer(medium, "sd.json");
    answer.write(bytesOf("x"));
    answer.finish();
    expect(codeOf(() => answer.write(bytesOf("y")))).toBe("E-MEDIA-CLOSED");
    expect(codeOf(() => answer.finish())).toBe("E-MEDIA-CLOSED");
    expect(codeOf(() => answer.abandon())).toBe("E-MEDIA-CLOSED");
    expect(text("sd.json")).toBe("x");
  });

  it("longer than allowed is cut before the byte too many", () => {
    const answer = openAnswer(medium, "sd.json", 4);
    answer.write(bytesOf("1234"));
    expect(codeOf(() => answer.write(bytesOf("5")))).toBe("E-MEDIA-SIZE");
    expect(answer.abandon()).toMatchObject({ name: "sd.json.partial", size: 4 });
  });
});
