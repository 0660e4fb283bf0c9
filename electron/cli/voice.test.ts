// What is written to a terminal that may not know UTF-8.
import { expect, it } from "vitest";
import { inItsLetters, speakerFor } from "./voice.ts";

const NAME = "Jörg Û[2J";

function toldTo(environment: Record<string, string>, platform = "linux", isTTY = true): string {
  let told = "";
  const stream = { isTTY, write: (text: string) => (told += text) };
  inItsLetters(stream, environment, platform).write(NAME);
  return told;
}

it.each([
  [{ LANG: "de_DE.UTF-8" }],
  [{ LC_ALL: "", LC_CTYPE: "C.utf8", LANG: "C" }],
  [{ LC_ALL: "sv_SE.UTF-8", LANG: "C" }],
])("letters are written as they are where the locale is UTF-8: %j", (environment) => {
  expect(toldTo(environment)).toBe(NAME);
});

it.each([[{}], [{ LANG: "C" }], [{ LC_ALL: "POSIX", LANG: "de_DE.UTF-8" }]])(
  "a terminal of another locale is sent no byte beyond ASCII: %j",
  (environment) => {
    expect(toldTo(environment)).toBe("J\\u00f6rg \\u00db[2J");
  },
);

it("files, Windows and macOS get UTF-8 whatever the locale", () => {
  expect(toldTo({}, "linux", false)).toBe(NAME);
  expect(toldTo({}, "win32")).toBe(NAME);
  expect(toldTo({}, "darwin")).toBe(NAME);
});

it("what is for programs is ASCII everywhere, and JSON of the same texts", () => {
  let told = "";
  const stream = { write: (text: string) => (told += text) };
  const end = { code: 0, text: "", data: { officer: NAME } };
  speakerFor(["--json"], { stdout: stream, stderr: stream }).end(end);
  expect(told).toMatch(/^[\x20-\x7e]*\n$/);
  expect(JSON.parse(told)).toMatchObject(end.data);
});
