// `sd help` for a tired operator: every command and flag is named, no passphrase is on a command
// line, and what it shows can be typed.
import { describe, expect, it } from "vitest";
import { TRIAL_NAMES } from "../rehearse/trial-names.ts";
import { formsOf, usageLines } from "./shared/command.ts";
import { COMMANDS } from "./commands.ts";
import { pageOf } from "./help.ts";
import { CANARY, expectRefusal, sd, sdJson } from "./program.fixture.ts";

const pages = [...COMMANDS].map(([name, command]) => pageOf(name, command));

describe("a flag as its usage shows it", () => {
  const flags = {
    "--out DIR": "a",
    "[--bits 2048|4096]": "b",
    "--keys A.key B.key": "c",
    "[--head WORDS ...]": "d",
    "[--again]": "e",
    "(--passwords WORD ...)": "f",
  };

  it("tells how many values it accepts", () => {
    expect(formsOf(flags)).toEqual({
      "--out": "one",
      "--bits": "one",
      "--keys": "many",
      "--head": "many",
      "--again": "none",
      "--passwords": "many",
    });
    for (const both of [
      { "--out DIR": "", "[--out DIR DIR]": "" },
      { "[--out DIR DIR]": "", "--out DIR": "" },
    ])
      expect(formsOf(both)).toEqual({ "--out": "many" });
  });

  it("is in the usage, except the one in round brackets", () => {
    expect(usageLines("sd try", flags)).toEqual([
      "sd try --out DIR [--bits 2048|4096] --keys A.key B.key [--head WORDS ...] [--again]",
    ]);
    expect(usageLines("sd try", { ...flags, [`[--more ${"A".repeat(80)}]`]: "" })[1]).toBe(
      `       [--more ${"A".repeat(80)}]`,
    );
  });
});

describe("the table of commands", () => {
  it("begins with restore-blob", () => {
    expect(pages[0]?.name).toBe("restore-blob");
  });

  it.each(pages)(
    "names every flag of $name in its usage, all but --passwords",
    ({ name, usage, flags }) => {
      const shown = usage.join(" ");
      for (const flag of Object.keys(flags).filter((one) => one !== "--passwords"))
        expect(shown).toMatch(new RegExp(`(^|[ [])${flag}( |\\]|$)`));
      expect(shown).toMatch(new RegExp(`^sd ${name}( |$)`));
    },
  );

  it.each(pages)(
    "has no example of $name with a passphrase in it, and only its own flags",
    ({ usage, flags, example }) => {
      const shown = [...usage, ...example].join(" ");
      expect(shown).not.toMatch(/--pass(words|phrase\b(?!-file))/);
      for (const [flag = ""] of shown.matchAll(/--[a-z0-9-]+/g))
        expect(Object.keys(flags)).toContain(flag);
    },
  );

  it.each(pages)(
    "is brief about $name, in lines that fit a terminal",
    ({ usage, what, flags, names, example, wrong }) => {
      expect(what.length).toBeGreaterThan(0);
      expect(what.length).toBeLessThanOrEqual(4);
      const listed = Object.entries(names).flat(2);
      for (const line of [
        ...usage,
        ...what,
        ...listed,
        ...example,
        ...wrong,
        ...Object.values(flags),
      ])
        expect(line).toMatch(/^[\x20-\x7e]{1,96}$/);
    },
  );
});

describe("sd help", () => {
  it("lists all commands, also if nothing is asked", async () => {
    const { code, out, errors } = await sd(["help"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    for (const { name } of pages) expect(out).toMatch(new RegExp(`^ {2}sd ${name}( |$)`, "m"));
    for (const args of [[], ["--help"], ["-h"]])
      expect(await sd(args)).toMatchObject({ code: 0, out, errors: "" });
    expect(out).toContain(
      "Exit codes: 0 done, 1 refused, 2 wrong use; 3: not attested, not anchored, not confirmed,\n  not as believed, or not all could be read.",
    );
    expect(out).toContain("--json");
  });

  it("COMMAND tells its flags, an example and what can go wrong", async () => {
    const { code, out, errors } = await sd(["help", "prove"]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toMatch(/^ {2}sd prove --sd-file FILE /);
    for (const part of [
      "\nFlags:\n  --sd-file\n",
      "\nExample:\n  sd prove ",
      "\nWhat can go wrong:\n  E-KEY-PASSPHRASE ",
    ])
      expect(out).toContain(part);
    expect((await sd(["prove", "--help"])).out).toBe(out);
    expect((await sd(["prove", "--sd-file", CANARY, "--help"])).out).toBe(out);
  });

  it("rehearse lists the names of all drills", async () => {
    const { out } = await sd(["help", "rehearse"]);
    expect(out).toContain(`\nDrills:\n  ${TRIAL_NAMES.join("\n  ")}\n`);
  });

  it("on what is no command is wrong use", async () => {
    for (const name of [CANARY, "__proto__", "vault", "people"])
      expectRefusal(await sd(["help", name]), "E-USAGE", 2);
  });

  it("is data with --json: the same pages", async () => {
    const { result } = await sdJson(["help"]);
    const commands = result["commands"] as readonly { name: string; flags: object }[];
    expect(commands.map(({ name }) => name)).toEqual(pages.map(({ name }) => name));
    const [page] = (await sdJson(["keygen", "--help"])).result["commands"] as readonly unknown[];
    expect(page).toEqual(commands.find(({ name }) => name === "keygen"));
  });
});
