// A plan file is read exactly as its form says; what is hostile, secret or damaged is refused, with
// the place and never with the words.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { describe, expect, it } from "vitest";
import { plannedIn } from "../../../ceremony-scripts/index.ts";
import { isFault, utf8Text } from "../../../crypto/index.ts";
import { findingsText, locatedFindings } from "../findings/findings-text.ts";
import { costText } from "../cost/cost-text.ts";
import { CONTOSO, edited, editedText, GONE, MIDDLE, SMALL, type Tree } from "./plan.fixture.ts";
import { anyPlans } from "./random-plan.fixture.ts";
import { schemaMembers } from "./schema-members.fixture.ts";
import { planForm, type Plan } from "./plan.ts";
import { readPlan, readPlanFile } from "./read-plan.ts";

const page = readFileSync(fileURLToPath(new URL("../FORMAT.md", import.meta.url)), "utf8");
const [example = "", others = ""] = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(
  ([, text]) => text,
);

/** A word that must never be said again. */
const CANARY = "CANARYq7Zx";

/** The paths of a tree's members, without numbers of items. */
const pathsIn = (value: unknown, at = ""): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap((item) => pathsIn(item, at))
    : typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([name, inner]) => [
          `${at}${name}`,
          ...pathsIn(inner, `${at}${name}.`),
        ]);

/** The refusal of a text, as code and sentence. */
function refusalOf(text: string): string {
  try {
    readPlan(text);
  } catch (error) {
    if (isFault(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error("It was read");
}

const lineOf = (part: string, text = CONTOSO): number =>
  text.slice(0, text.indexOf(part)).split("\n").length;

describe("a plan", () => {
  it("is read from the example of its page and from the sample", () => {
    expect(readPlan(example).plan.hsm.name).toBe("Small-HSM");
    expect(readPlan(CONTOSO).plan.recoveryHsm?.name).toBe("Contoso-RECOVERY-HSM");
  });

  it("says to a ceremony's opening what it says to the deployment", () => {
    const refuse = (): Error => new Error("It says no numbers.");
    const texts = fc.sample(anyPlans, { seed: 42, numRuns: 20 }).map(({ text }) => text);
    for (const text of [CONTOSO, MIDDLE, SMALL, ...texts]) {
      const { name, securityDomain } = (parse(text) as Pick<Plan, "hsm">).hsm;
      const { officers, quorum } = securityDomain;
      expect(plannedIn(text, refuse)).toEqual({ hsm: name, officers, quorum });
    }
  });

  it("on its page is the small sample", () => {
    const withoutSchema = (text: string): string => text.slice(text.indexOf("\n"));
    expect(withoutSchema(example)).toBe(withoutSchema(SMALL));
  });

  it("has an example of each member on its page, which can be read", () => {
    const [small, more] = [parse(example) as Tree, parse(others) as Tree];
    readPlan(stringify({ ...small, ...more }));
    const shown = new Set([...pathsIn(small), ...pathsIn(more)]);
    expect(schemaMembers().filter(([path]) => !shown.has(path))).toEqual([]);
  });

  it("has each of its members named on the page", () => {
    for (const name of Object.keys(planForm.shape)) expect(page).toContain(`\`${name}\``);
  });

  it("tells the line of each member, and of the nearest around one that is not there", () => {
    const { lineOf: line } = readPlan(CONTOSO);
    expect(line(["hsm", "sku"])).toBe(lineOf("sku: Standard_B1"));
    expect(line(["keys", 1, "name"])).toBe(lineOf("- name: Contoso-DISK-CMK"));
    expect(line(["backup"])).toBe(lineOf("\nbackup:") + 1);
    expect(line(["keys", 1, "expires"])).toBe(line(["keys", 1]));
    expect(line(["keys", 99, "name"])).toBe(lineOf("\nkeys:") + 1);
    expect(line([])).toBe(1);
  });
});

describe("a reference in another case", () => {
  const { plan: original } = readPlan(CONTOSO);
  const at = (path: string): unknown =>
    path
      .split(/[.[\]]+/)
      .filter((part) => part !== "")
      .reduce<unknown>((inner, part) => Reflect.get(inner as object, part), original);

  it.each([
    "networks[0].resourceGroup",
    "networks[0].peerings[0]",
    "hsm.administrators[0]",
    "recoveryHsm.resourceGroup",
    "endpoints[0].network",
    "endpoints[0].subnet",
    "endpoints[1].zoneResourceGroup",
    "zones[0].links[0].network",
    "jumpBoxes[0].subnet",
    "groups[0].members[0]",
    "roles[1].assignee",
    "roles[3].assignee",
    "backup.identity",
    "sqlInstances[0].key",
    "sqlInstances[1].dnsZonePartner",
    "failoverGroup.primary",
    "failoverGroup.secondary",
    "diskSets[0].key",
    "domainControllers[0].diskSet",
    "machines[0].diskSet",
    "siteRecovery.items[0].machine",
    "siteRecovery.items[0].targetResourceGroup",
    "siteRecovery.items[0].targetDiskSet",
    "storageAccounts[0].key",
    "cosmosAccounts[0].key",
    "aksClusters[0].diskSet",
  ])("is read in the spelling of what it refers to: %s", (path) => {
    const [as, other] = [String(at(path)), String(at(path)).toUpperCase()];
    expect(other).not.toBe(as);
    expect(readPlan(editedText(CONTOSO, { [path]: other })).plan).toEqual(original);
  });

  it("is read so in the scope of a role, and of a backup in an account of the plan", () => {
    const n = original.roles.findIndex(({ scope }) => scope.startsWith("/keys/"));
    const scope = original.roles[n]?.scope.toLowerCase();
    expect(readPlan(editedText(CONTOSO, { [`roles[${String(n)}].scope`]: scope })).plan).toEqual(
      original,
    );
    const own = { "storageAccounts[0].name": "Contoso", "backup.storageAccount": "cONTOSO" };
    expect(readPlan(editedText(CONTOSO, own)).plan.backup?.storageAccount).toBe("Contoso");
  });

  it("stays as it is if nothing has that name, and so does a kind of identity", () => {
    const edits = {
      "domainControllers[0].diskSet": "OTHER-des",
      "identities[+]": { name: "systemassigned", resourceGroup: "x", region: "southindia" },
    };
    const { plan } = readPlan(editedText(CONTOSO, edits));
    expect(plan.domainControllers[0]?.diskSet).toBe("OTHER-des");
    expect(plan.sqlInstances[0]?.identity).toBe("SystemAssigned");
  });
});

describe("a plan is refused", () => {
  it.each([
    [
      "an unknown member",
      { "hsm.colour": CANARY },
      /^E-PLAN-FIELD: In the plan, hsm has an unknown member, colour, at line \d+\.$/,
    ],
    [
      "an unknown member at the top",
      { [CANARY]: 1 },
      /^E-PLAN-FIELD: In the plan, the top has an unknown member, whose name is no plain word, at line \d+\.$/,
    ],
    [
      "a missing member",
      { "keys[1].size": GONE },
      /^E-PLAN-MISSING: In the plan, keys\[1\]\.size is missing, near line \d+\.$/,
    ],
    [
      "another word",
      { "hsm.bypass": CANARY },
      /^E-PLAN-VALUE: In the plan, hsm\.bypass must be one of AzureServices, None, at line \d+\.$/,
    ],
    [
      "a display name for a region",
      { "hsm.region": `South ${CANARY}` },
      /hsm\.region must be a region's short name/,
    ],
    [
      "a sign-in name for an object id",
      { "people[0].objectId": `${CANARY}@contoso.example` },
      /people\[0\]\.objectId must be a GUID/,
    ],
    [
      "a day that is none",
      { "questions[0].date": "2026-02-30" },
      /questions\[0\]\.date must be a day of the calendar/,
    ],
    ["a number for a name", { "hsm.name": 7 }, /hsm\.name must be a name/],
    ["nothing for a list", { keys: null }, /keys must be a list/],
    ["a list for a mapping", { hsm: [] }, /hsm must be a mapping/],
    [
      "one person's decision",
      { "questions[0].decision": { by: ["Asha"], date: "2026-11-27", reason: "So" } },
      /decision\.by must be two people or more/,
    ],
    ["half a bit", { "keys[0].size": 2048.5 }, /keys\[0\]\.size must be a whole number/],
    [
      "a runbook that does not exist",
      { "questions[0].blocks": [CANARY] },
      /questions\[0\]\.blocks\[0\] must be one of foundation, /,
    ],
  ])("for %s (B142)", (_, edits, wanted) => {
    const refusal = refusalOf(editedText(CONTOSO, edits));
    expect(refusal).toMatch(wanted);
    expect(refusal).not.toContain(CANARY);
    expect(refusal).toMatch(/^[\x20-\x7e]{8,400}$/);
  });

  it.each([
    ["a shell's substitution", "$(reboot)"],
    ["a backquote", "a`reboot`"],
    ["a quote", "a'b"],
    ["a double quote", 'a"b'],
    ["a semicolon", "a;reboot"],
    ["a line end", "a\nb"],
    ["a space", "a b"],
    ["a flag", "--force"],
    ["a formula", "=1+1"],
    ["a path", "../../etc"],
    ["a control character", "a\u0007b"],
    ["a turn of direction", "a\u202eb"],
    ["a joiner", "a\u200db"],
    ["another alphabet", "C\u043entoso"],
    ["91 characters", "a".repeat(91)],
    ["nothing", ""],
  ])("for a name in Azure with %s (B143)", (_, name) => {
    expect(refusalOf(editedText(CONTOSO, { "hsm.name": name }))).toMatch(
      /hsm\.name must be a name of 1 to 90/,
    );
  });

  it.each([
    ["a formula", "=HYPERLINK(1)"],
    ["an at sign", "@SUM(1)"],
    ["a terminal's escape", "a\u001b[2J"],
    ["a turn of direction", "a\u202eb"],
    ["two lines", "a\nb"],
    ["81 characters", "a".repeat(81)],
    ["blanks", "  "],
  ])("for a person whose name has %s (B144)", (_, name) => {
    expect(refusalOf(editedText(CONTOSO, { "people[0].name": name }))).toMatch(
      /people\[0\]\.name must be /,
    );
  });

  it.each([
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----"],
    ["a sign-in token", `eyJ${"a".repeat(30)}.eyJ${"b".repeat(30)}.c`],
    ["a SAS token", `?sv=2024-11-04&sig=${"a".repeat(43)}%3D`],
    ["a connection string", "DefaultEndpointsProtocol=https;AccountKey=abc"],
    ["a key of a storage account", `${"Ab1+".repeat(21)}xy==`],
    ["a client secret", `abc8Q~${"d".repeat(34)}`],
    ["a password or a secret", "password: hunter2"],
  ])("for %s in a comment, with the line and not the secret (B145)", (what, secret) => {
    const text = CONTOSO.replace("\nhsm:\n", `\n# ${secret}\nhsm:\n`);
    const line = lineOf("\nhsm:\n") + 1;
    const refusal = refusalOf(text);
    expect(refusal).toMatch(
      new RegExp(`^E-PLAN-SECRET: The plan contains a secret, near line ${String(line)}: ${what}`),
    );
    expect(refusal).not.toContain(secret);
  });

  it.each([
    ["an anchor", "plan: &a contoso", 1, "an anchor \\(&NAME\\) is not allowed"],
    ["an alias", "plan: *a", 1, "an alias|its indentation"],
    ["a member twice", "plan: contoso\nplan: contoso", 2, "a member is there twice"],
    ["a tag", "plan: !x contoso", 1, "a tag \\(!NAME\\) is not allowed"],
    ["a tab", "plan:\n\tcontoso", 2, "it is indented by a tab|its indentation"],
    ["an open bracket", "plan: [contoso", 2, "its indentation, quotes or brackets are wrong"],
  ])("for YAML with %s (B140)", (_, line, at, why) => {
    const text = CONTOSO.slice(CONTOSO.indexOf("plan: contoso")).replace("plan: contoso", line);
    expect(refusalOf(text)).toMatch(
      new RegExp(`^E-PLAN-YAML: The plan is not strict YAML, near line ${String(at)}: (?:${why})`),
    );
  });

  it("for a number where text belongs: it says that quotes are missing", () => {
    expect(refusalOf(editedText(CONTOSO, { title: 7 }))).toMatch(
      /^E-PLAN-VALUE: In the plan, title must be one line of text, in quotes, at line \d+\.$/,
    );
    expect(refusalOf(editedText(CONTOSO, { regions: 7 }))).toMatch(
      /^E-PLAN-VALUE: In the plan, regions must be a list, at line \d+\.$/,
    );
  });

  it("as Windows PowerShell saves it, in UTF-16 (B142)", () => {
    const bytes = new Uint8Array(Buffer.from(`\uFEFF${CONTOSO}`, "utf16le"));
    expect(() => readPlanFile(utf8Text(bytes))).toThrow(
      expect.objectContaining({ code: "E-PLAN-ENCODING" }),
    );
    expect(readPlanFile(CONTOSO).plan.plan).toBe("contoso");
  });

  it("above 256 KiB (B141)", () => {
    expect(refusalOf(`${CONTOSO}# ${"a".repeat(256 * 1024)}`)).toMatch(/^E-PLAN-SIZE/);
  });
});

describe("a plan with random edits", () => {
  /** Reads and checks it; only two results are allowed. */
  function readOrRefuse(text: string): void {
    try {
      const read = readPlan(text);
      const report = findingsText(locatedFindings(read), (name) =>
        name.replace(/[^\x20-\x7e]/gu, "?"),
      );
      expect(report).toMatch(/^[\x20-\x7e\n]+$/);
      expect(costText(read.plan, () => "")).not.toMatch(/NaN|Infinity|undefined/);
    } catch (error) {
      if (!isFault(error)) throw error;
      expect(error.code).toMatch(/^E-PLAN-[A-Z]+$/);
      expect(error.message).toMatch(/^[\x20-\x7e]{8,400}$/);
    }
  }

  const pieces = fc.constantFrom(
    "",
    " ",
    "\n",
    "  ",
    ":",
    "- ",
    "\t",
    "&a ",
    "*a",
    "!x ",
    "{",
    "}",
    "[",
    "]",
    "|",
    ">",
    '"',
    "'",
    "#",
    "---\n",
    "<<: ",
    "\u0000",
    "\ud800",
    "null",
    "\u202e",
    "P0D",
    "P99999D",
    "0.0.0.0/0",
    "/keys/",
  );

  it("in its text is read or refused, and never crashes", () => {
    const edit = fc.record({
      at: fc.nat(CONTOSO.length),
      cut: fc.nat(40),
      put: fc.oneof(pieces, fc.string()),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        readOrRefuse(
          edits.reduce(
            (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
            CONTOSO,
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("in its values is read or refused, and never crashes", () => {
    const tree = parse(CONTOSO) as Tree;
    const places = placesIn(tree);
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant([]),
      fc.constant({}),
      fc.constant(GONE),
      fc.jsonValue(),
      fc.constantFrom("contoso-sqlmi", "centralindia", "None", "/", "P30D", "10.0.0.0/8", "Nobody"),
    );
    const edit = fc.tuple(fc.constantFrom(...places), value);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
        const changed = edits.reduce((inner, [place, put]) => tried(inner, place, put), tree);
        readOrRefuse(stringify(changed, { aliasDuplicateObjects: false }));
      }),
      { numRuns: 60 },
    );
  });
});

/** A place may be gone by an earlier edit. */
function tried(tree: Tree, place: string, put: unknown): Tree {
  try {
    return edited(tree, { [place]: put });
  } catch {
    return tree;
  }
}

function placesIn(value: unknown, at = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, member]) =>
    placesIn(member, Array.isArray(value) ? `${at}[${name}]` : at === "" ? name : `${at}.${name}`),
  );
  return [at, ...inner].filter((place) => place !== "");
}
