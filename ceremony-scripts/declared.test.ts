// Roles, materials and a step's own claims, as they may be written, and what is refused.
import { describe, expect, it } from "vitest";
import { readScript } from "./index.ts";
import { aScript, aStep, refusalOf, textOf, type Tree } from "./script.fixture.ts";

const ROLES = aScript()["roles"] as readonly Tree[];
const [ADMINISTRATOR = {}, WITNESS = {}, OFFICER = {}] = ROLES;
const MEDIUM: Tree = { medium: "transfer", of: "administrator", at: "offline", comes: "new" };
const PAPER: Tree = { paper: "note", of: "witness" };

const refused = (change: Tree) => {
  const { code, message } = refusalOf(textOf({ ...aScript(), ...change }));
  return { code, message };
};
const refusedWith = (code: string, path: string) => ({
  code,
  message: expect.stringContaining(`${path} `) as string,
});

describe("roles", () => {
  it("say which roles exclude each other, and how many officers come", () => {
    const { roles, attend } = readScript(textOf(aScript()), "");
    expect(attend).toBe("everyone");
    expect(roles.map(({ role, mayNotAlsoBe }) => [role, mayNotAlsoBe])).toEqual([
      ["administrator", ["witness", "officer"]],
      ["witness", ["officer"]],
      ["officer", ["officer"]],
    ]);
    const quorum = [ADMINISTRATOR, WITNESS, { ...OFFICER, attend: "quorum" }];
    expect(readScript(textOf({ ...aScript(), roles: quorum }), "").attend).toBe("quorum");
  });

  it.each<[string, readonly unknown[], string, string]>([
    ["of nobody", [], "E-SCRIPT-VALUE", "roles"],
    ["without officers", [ADMINISTRATOR, WITNESS], "E-SCRIPT-VALUE", "roles"],
    ["with two witnesses", [...ROLES, WITNESS], "E-SCRIPT-DUPLICATE", "roles[3].role"],
    ["with an unknown one", [{ ...WITNESS, role: "auditor" }], "E-SCRIPT-VALUE", "roles[0].role"],
    [
      "with an unknown other",
      [{ ...WITNESS, "may-not-also-be": ["auditor"] }],
      "E-SCRIPT-VALUE",
      "roles[0].may-not-also-be[0]",
    ],
    [
      "with one other twice",
      [{ ...WITNESS, "may-not-also-be": ["officer", "officer"] }],
      "E-SCRIPT-DUPLICATE",
      "roles[0].may-not-also-be[1]",
    ],
    [
      "with a witness who says how many come",
      [{ ...WITNESS, attend: "quorum" }],
      "E-SCRIPT-FIELD",
      "roles[0]",
    ],
    [
      "with officers without saying how many come",
      [{ ...OFFICER, attend: undefined }],
      "E-SCRIPT-MISSING",
      "roles[0].attend",
    ],
    ["with a number of officers", [{ ...OFFICER, attend: 2 }], "E-SCRIPT-VALUE", "roles[0].attend"],
    [
      "without the roles that they exclude",
      [{ role: "witness" }],
      "E-SCRIPT-MISSING",
      "roles[0].may-not-also-be",
    ],
  ])("%s are refused", (_, roles, code, path) => {
    expect(refused({ roles })).toEqual(refusedWith(code, path));
  });
});

describe("materials", () => {
  const each = { of: "each officer", at: "offline" };
  it("are listed for each officer, and contain only what they came with", () => {
    const materials = [
      { medium: "stick-{officer}", ...each, comes: "sealed", holds: "keys" },
      PAPER,
      { envelope: "envelope-{officer}", ...each, comes: "sealed" },
      MEDIUM,
    ];
    const read = readScript(textOf({ ...aScript(), materials }), "").materials;
    expect(read.map(({ name, of, holds = "-" }) => `${name} ${of} ${holds}`)).toEqual([
      "stick-1 officer-1 keys",
      "stick-2 officer-2 keys",
      "stick-3 officer-3 keys",
      "note witness -",
      "envelope-1 officer-1 -",
      "envelope-2 officer-2 -",
      "envelope-3 officer-3 -",
      "transfer administrator -",
    ]);
  });

  it.each<[string, Tree, string, string]>([
    ["of no sort", { of: "witness" }, "E-SCRIPT-MISSING", "materials[0].medium"],
    ["of two sorts", { ...MEDIUM, paper: "note" }, "E-SCRIPT-FIELD", "materials[0]"],
    ["of nobody", { ...MEDIUM, of: "auditor" }, "E-SCRIPT-VALUE", "materials[0].of"],
    ["in capitals", { ...MEDIUM, medium: "Transfer" }, "E-SCRIPT-VALUE", "materials[0].medium"],
    [
      "of each officer, all with one name",
      { ...MEDIUM, of: "each officer" },
      "E-SCRIPT-VALUE",
      "materials[0].medium",
    ],
    [
      "of one person, with an officer's number",
      { ...PAPER, paper: "card-{officer}" },
      "E-SCRIPT-VALUE",
      "materials[0].paper",
    ],
    [
      "with two numbers",
      { ...MEDIUM, of: "each officer", medium: "a-{officer}-{officer}" },
      "E-SCRIPT-VALUE",
      "materials[0].medium",
    ],
    ["that is nowhere", { ...MEDIUM, at: undefined }, "E-SCRIPT-MISSING", "materials[0].at"],
    ["that comes by post", { ...MEDIUM, comes: "posted" }, "E-SCRIPT-VALUE", "materials[0].comes"],
    [
      "that is new and contains something",
      { ...MEDIUM, holds: "keys" },
      "E-SCRIPT-FIELD",
      "materials[0]",
    ],
    [
      "that is sealed and contains nothing",
      { ...MEDIUM, comes: "sealed" },
      "E-SCRIPT-MISSING",
      "materials[0].holds",
    ],
    ["that is a paper at a station", { ...PAPER, at: "offline" }, "E-SCRIPT-FIELD", "materials[0]"],
    [
      "that is an envelope with keys",
      { envelope: "one", of: "witness", at: "offline", comes: "sealed", holds: "keys" },
      "E-SCRIPT-FIELD",
      "materials[0]",
    ],
  ])("%s are refused", (_, material, code, path) => {
    expect(refused({ materials: [material] })).toEqual(refusedWith(code, path));
  });

  it.each<[string, readonly Tree[]]>([
    ["twice", [PAPER, MEDIUM, { ...PAPER, of: "administrator" }]],
    [
      "twice, once as an officer's",
      [
        PAPER,
        { medium: "stick-{officer}", ...each, comes: "new" },
        { ...MEDIUM, medium: "stick-2" },
      ],
    ],
  ])("of one name %s are refused", (_, materials) => {
    expect(refused({ materials })).toEqual(refusedWith("E-SCRIPT-DUPLICATE", "materials[2]"));
  });
});

describe("a step's own claims", () => {
  const withClaim = (name: string, value: unknown) =>
    refused({
      acts: [
        {
          act: "One",
          steps: [
            aStep({ id: "first", do: "open", [name]: value }),
            aStep({ id: "last", do: "close" }),
          ],
        },
      ],
    });

  it.each([
    ["that is no word", "requires", "sparkles"],
    ["that is a word of every object", "requires", "constructor officer-1"],
    ["of nothing, where a thing is needed", "requires", "in"],
    ["of something, where there is nothing to speak of", "requires", "domain-heard officer-1"],
    ["of a thing that was not declared", "requires", "in transfer"],
    ["of a person where a thing is needed", "requires", "in administrator"],
    ["of a person nobody knows", "requires", "present officer-4"],
    ["with two objects", "requires", "in officer-1 officer-2"],
    ["with a placeholder of the kinds", "requires", "in officer-{every}"],
    ["that is a doing", "requires", "goes officer-1"],
    ["that is a mapping", "requires", { in: "officer-1" }],
    ["that only the app brings about", "ensures", "quorum-proven"],
    ["that only the app writes", "ensures", "keys officer-1"],
    ["that only can be asked for", "ensures", "in officer-1"],
  ])("%s is refused", (_, name, claim) => {
    expect(withClaim(name, ["present witness", claim])).toEqual(
      refusedWith("E-SCRIPT-VALUE", `acts[0].steps[0].${name}[1]`),
    );
  });

  it.each([
    ["nothing", []],
    ["a text", "present witness"],
  ])("that are %s are refused", (_, value) => {
    expect(withClaim("ensures", value)).toEqual(
      refusedWith("E-SCRIPT-VALUE", "acts[0].steps[0].ensures"),
    );
  });
});

it("an act's title is used once, because the record and the paper use it as a name", () => {
  const steps = [aStep({ id: "first", do: "open" })];
  expect(
    refused({
      acts: [
        { act: "One", steps },
        { act: "One", steps },
      ],
    }),
  ).toEqual(refusedWith("E-SCRIPT-DUPLICATE", "acts[1].act"));
});
