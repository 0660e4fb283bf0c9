// `sd script`: a script is checked or printed, a wrong one is refused with the place, and the
// example of the language's documentation is one that can be played.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { WORDS } from "../../ceremony-scripts/language/facts.ts";
import { KINDS } from "../../ceremony-scripts/index.ts";
import { sha256Hex } from "../../crypto/index.ts";
import { EN } from "../text/en/en.ts";
import { CANARY, expectRefusal, quickSd, sd, sdJson, temporaryFolder } from "./program.fixture.ts";

const home = new URL("../../ceremony-scripts/", import.meta.url);
const textOf = (name: string): string => readFileSync(fileURLToPath(new URL(name, home)), "utf8");
const activation = textOf("scripts/activation.yaml");
const readme = textOf("README.md");
const example = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? "";

/** A file with this script. */
function fileWith(text: string): string {
  const path = join(temporaryFolder(), "script.yaml");
  writeFileSync(path, text);
  return path;
}

describe("sd script check", () => {
  it("lets a built-in script pass, and the same as a file", async () => {
    const named = await sd(["script", "check", "activation"]);
    expect(named).toMatchObject({ code: 0, errors: "" });
    expect(named.out).toMatch(/^This script works in the room: activation\.\n/);
    expect(named.out).toContain("\nSteps: 23 in 5 acts, about 111 minutes\n");
    expect((await sd(["script", "check", fileWith(activation)])).out).toBe(named.out);
  });

  it("refuses a script that cannot work, with the place", async () => {
    const wrong = activation.replace(
      "do: match-domain",
      "do: match-domain\n" + '        ensures: ["sealed officer-{officer}"]',
    );
    const ended = await sd(["script", "check", fileWith(wrong)]);
    expectRefusal(ended, "E-CHECK-SEALED");
    expect(ended.errors).toContain(
      "acts[3].steps[1] needs officer-1 out of its bag, but it has "
        + "been sealed since acts[3].steps[0].ensures[0].",
    );
  });

  it("is data with --json, with the title as text that cannot steer a terminal", async () => {
    const { code, result } = await sdJson([
      "script",
      "check",
      fileWith(activation.replace("title: Activation", "title: Activ\u00e9")),
    ]);
    expect({ code, title: result["title"] }).toEqual({ code: 0, title: "Activé of a Managed HSM" });
    expect(result).toMatchObject({ acts: 5, steps: 23, minutes: 111, officers: 3, quorum: 2 });
    expect(result).not.toHaveProperty("markdown");
  });
});

describe("sd script walk", () => {
  it("prints the paper that is beside the script, also as data", async () => {
    const { out } = await sd(["script", "walk", "activation"]);
    expect(out).toBe(textOf("scripts/activation.walkthrough.md"));
    const { result } = await sdJson(["script", "walk", "activation"]);
    expect(`${String(result["markdown"])}\n`).toBe(out);
  });

  it("prints nothing of a script that cannot work", async () => {
    const wrong = activation.replace("        do: record-custody", "        do: hand-over");
    expectRefusal(await sd(["script", "walk", fileWith(wrong)]), "E-SCRIPT-MISSING");
  });
});

describe("sd script walk --pdf", () => {
  it("writes the pages, the same bytes each time, and says how many and which", async () => {
    const folder = temporaryFolder();
    const [first, again, json] = ["1.pdf", "2.pdf", "3.pdf"].map((name) => join(folder, name));
    const print = (file = "", ...more: readonly string[]) => [
      "script",
      "walk",
      "activation",
      "--pdf",
      file,
      ...more,
    ];
    const { code, out, errors } = await sd(print(first));
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    const bytes = readFileSync(first!);
    expect(bytes.subarray(0, 8).toString("latin1")).toBe("%PDF-1.3");
    await sd(print(again));
    expect(readFileSync(again!).equals(bytes)).toBe(true);
    const { result } = await sdJson(print(json, "--rehearsal"));
    const rehearsed = readFileSync(json!);
    expect(rehearsed.equals(bytes)).toBe(false);
    expect(result["pdf"]).toMatchObject({ file: json, sha256: sha256Hex(rehearsed) });
    const { pages } = result["pdf"] as { readonly pages: number };
    expect(pages).toBeGreaterThan(5);
    expect(out).toContain(`: ${String(pages)} pages, A4.\n`);
    expect(out).toContain(`SHA-256 of the PDF: ${sha256Hex(bytes)}\n`);
    expect(readdirSync(folder)).toEqual(["1.pdf", "2.pdf", "3.pdf"]);
  });

  it("writes over nothing, and nothing of a script that cannot work", async () => {
    const folder = temporaryFolder();
    const taken = join(folder, "taken.pdf");
    writeFileSync(taken, CANARY);
    const refused = await sd(["script", "walk", "recovery", "--pdf", taken]);
    expectRefusal(refused, "E-FILE-EXISTS");
    expect(readFileSync(taken, "utf8")).toBe(CANARY);
    const wrong = fileWith(
      activation.replace("        do: record-custody", "        do: hand-over"),
    );
    expectRefusal(
      await sd(["script", "walk", wrong, "--pdf", join(folder, "new.pdf")]),
      "E-SCRIPT-MISSING",
    );
    expectRefusal(
      await sd(["script", "walk", "recovery", "--pdf", join(folder, "no", "new.pdf")]),
      "E-FILE-WRITE",
    );
    expect(readdirSync(folder)).toEqual(["taken.pdf"]);
  });

  it("is of walk alone, and REHEARSAL of a PDF alone", async () => {
    const out = join(temporaryFolder(), "out.pdf");
    for (const words of [
      ["check", "activation", "--pdf", out],
      ["check", "activation", "--rehearsal"],
      ["walk", "activation", "--rehearsal"],
      ["walk", "activation", "--pdf"],
    ])
      expectRefusal(await sd(["script", ...words]), "E-USAGE", 2);
  });
});

describe("sd script is refused", () => {
  it("without a word that it knows, and without a script", async () => {
    for (const words of [[], ["check"], [CANARY], [CANARY, "activation"], ["toString", "recovery"]])
      expectRefusal(await sd(["script", ...words]), "E-USAGE", 2);
  });

  it("with a file that is not there, is no text, or is no script", async () => {
    expectRefusal(await sd(["script", "check", join(temporaryFolder(), "none")]), "E-FILE-MISSING");
    expectRefusal(await sd(["script", "check", fileWith(`${CANARY}: [`)]), "E-SCRIPT-YAML");
  });
});

describe("the documentation of the language", () => {
  it("has an example that is checked and can be played", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "keys-only.yaml"), example);
    const checked = await sd(["script", "check", "keys-only.yaml"], { cwd: folder });
    expect(checked).toMatchObject({ code: 0, errors: "" });
    const command = /`sd (rehearse keys-only\.yaml [^`]*)`/.exec(readme)?.[1] ?? "";
    const played = await quickSd([...command.split(" "), "--bits", "2048"], { cwd: folder });
    expect(played).toMatchObject({ code: 0, errors: "" });
    expect(played.out).toContain("[13/13]");
  });

  it("names every kind and every word", () => {
    const rows = new Set(
      [...readme.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = ""]) =>
        [...cell.matchAll(/`([a-z-]+)/g)].map(([, name]) => name),
      ),
    );
    for (const name of [...Object.keys(KINDS), ...Object.keys(WORDS)]) expect(rows).toContain(name);
  });

  it("names every code that a script is refused with", () => {
    const names = Object.keys(EN["ceremony-scripts-faults"]);
    const codes = names.flatMap((name) => /^E-(?:SCRIPT|CHECK)-([A-Z-]+)$/.exec(name)?.[1] ?? []);
    expect(codes.length).toBeGreaterThan(30);
    const rows = new Set(
      [...readme.matchAll(/^\| (`[A-Z].*?) \|/gm)].flatMap(([, cell = ""]) =>
        [...cell.matchAll(/`([A-Z-]+)`/g)].map(([, code]) => code),
      ),
    );
    for (const code of codes) expect(rows).toContain(code);
  });
});

it("sd rehearse plays no script that cannot work", async () => {
  const wrong = example.replace("sealed transfer", "opened transfer");
  const media = join(temporaryFolder(), "media");
  expectRefusal(
    await sd(["rehearse", fileWith(wrong), "--media", media, "--out", `${media}-out`]),
    "E-CHECK-UNSEALED",
  );
});
