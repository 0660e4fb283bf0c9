// `sd help` for a tired operator: every command and flag is named, no passphrase is on a command
// line, and what it shows can be typed.
import { describe, expect, it } from "vitest";
import { COMMANDS } from "./commands.ts";
import { PAGES } from "./help-pages.ts";
import { CANARY, expectRefusal, sd, sdJson } from "./program.fixture.ts";

const names = [...COMMANDS.keys()];

describe("the table of pages", () => {
  it("has a page for every command and for no other, restore-blob first", () => {
    expect([...PAGES.keys()].sort()).toEqual([...names].sort());
    expect([...PAGES.keys()][0]).toBe("restore-blob");
  });

  it.each(names)("names every flag of %s, and in its usage all but --passwords", (name) => {
    const page = PAGES.get(name);
    const flags = Object.keys(COMMANDS.get(name)?.flags ?? {});
    expect(Object.keys(page?.flags ?? {}).sort()).toEqual([...flags].sort());
    const usage = page?.usage.join(" ") ?? "";
    for (const flag of flags.filter((one) => one !== "--passwords"))
      expect(usage).toMatch(new RegExp(`(^|[ [])${flag}( |\\]|$)`));
    expect(usage).toMatch(new RegExp(`^sd ${name}( |$)`));
  });

  it.each(names)("has no example of %s with a passphrase in it, and only its own flags", (name) => {
    const page = PAGES.get(name);
    const shown = [...page?.usage ?? [], ...page?.example ?? []].join(" ");
    expect(shown).not.toMatch(/--pass(words|phrase\b(?!-file))/);
    for (const [flag = ""] of shown.matchAll(/--[a-z-]+/g))
      expect(Object.keys(COMMANDS.get(name)?.flags ?? {})).toContain(flag);
  });

  it.each(names)("is brief about %s, in lines that fit a terminal", (name) => {
    const { usage = [], what = [], flags = {}, example = [], wrong = [] } = PAGES.get(name) ?? {};
    expect(what.length).toBeGreaterThan(0);
    expect(what.length).toBeLessThanOrEqual(4);
    for (const line of [...usage, ...what, ...example, ...wrong, ...Object.values(flags)])
      expect(line).toMatch(/^[\x20-\x7e]{1,96}$/);
  });
});

describe("sd help", () => {
  it("tells all commands, also where nothing is asked", async () => {
    const { code, out, errors } = await sd(["help"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    for (const name of names) expect(out).toMatch(new RegExp(`^ {2}sd ${name}( |$)`, "m"));
    for (const args of [[], ["--help"], ["-h"]])
      expect(await sd(args)).toMatchObject({ code: 0, out, errors: "" });
    expect(out).toContain("Exit codes: 0 done, 1 refused, 2 wrong use; 3: not attested.");
    expect(out).toContain("--json");
  });

  it("COMMAND tells its flags, an example and what can go wrong", async () => {
    const { code, out, errors } = await sd(["help", "prove"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toMatch(/^ {2}sd prove --sd-file FILE /);
    for (const part of ["\nFlags:\n  --sd-file\n", "\nExample:\n  sd prove ",
      "\nWhat can go wrong:\n  E-KEY-PASSPHRASE "])
      expect(out).toContain(part);
    expect((await sd(["prove", "--help"])).out).toBe(out);
    expect((await sd(["prove", "--sd-file", CANARY, "--help"])).out).toBe(out);
  });

  it("on what is no command is wrong use", async () => {
    for (const name of [CANARY, "__proto__", "vault", "people"])
      expectRefusal(await sd(["help", name]), "E-USAGE", 2);
  });

  it("is data with --json: the same pages", async () => {
    const { result } = await sdJson(["help"]);
    const commands = result["commands"] as readonly { name: string; flags: object }[];
    expect(commands.map(({ name }) => name)).toEqual([...PAGES.keys()]);
    const [page] = (await sdJson(["keygen", "--help"])).result["commands"] as readonly unknown[];
    expect(page).toEqual(commands.find(({ name }) => name === "keygen"));
  });
});
