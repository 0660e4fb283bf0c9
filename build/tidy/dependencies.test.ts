// Packages without a reason, a place or a lock are refused.
import { describe, expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { dependencies, releases } from "./dependencies.ts";

describe("dependencies", () => {
  const sha512 = `sha512-${"A".repeat(86)}==`;
  const locked = (entry: object): object => ({ packages: { "": {}, "node_modules/yaml": entry } });
  const inOrder = {
    "package.json": { dependencies: { yaml: "2.9.1" }, devDependencies: { vitest: "4.1.11" } },
    "package-lock.json": locked({ version: "2.9.1", integrity: sha512 }),
    "docs/packages.md":
      "| Package | Why |\n|---|---|\n| `yaml` | scripts |\n| `vitest` | tests |\n"
      + "\n| `x` | y |\n",
  };
  const said = (changed: Readonly<Record<string, unknown>>): readonly string[] =>
    dependencies(
      Object.entries({ ...inOrder, ...changed }).map(([path, held]) => ({
        path,
        text: typeof held === "string" ? held : JSON.stringify(held),
      })),
    ).map(spell);

  test("in order are left alone, also under another name than the registry's", () => {
    expect(said({})).toEqual([]);
    const renamed = { yaml: "npm:@eemeli/yaml@2.9.1", vitest: "4.1.11" };
    expect(said({ "package.json": { dependencies: renamed } })).toEqual([]);
  });

  test.each([
    [
      { "package.json": { dependencies: { yaml: "^2.9.1", vitest: "4.1.11" } } },
      "package.json: yaml is not an exact version",
    ],
    [
      { "package.json": { dependencies: { yaml: "github:a/b", vitest: "4.1.11" } } },
      "package.json: yaml is not an exact version",
    ],
    [
      { "package.json": { dependencies: { yaml: "npm:yaml@^2.9.1", vitest: "4.1.11" } } },
      "package.json: yaml is not an exact version",
    ],
    [{ "package-lock.json": {} }, "package-lock.json: locks nothing"],
    [
      { "package-lock.json": locked({ version: "2.9.1" }) },
      "package-lock.json: node_modules/yaml has no SHA-512",
    ],
    [
      { "package-lock.json": locked({ version: "2.9.1", integrity: "sha1-abc" }) },
      "package-lock.json: node_modules/yaml has no SHA-512",
    ],
    [
      { "package-lock.json": locked({ version: "2.9.1", integrity: sha512, resolved: "x" }) },
      "package-lock.json: node_modules/yaml says where it comes from",
    ],
    [
      { "package-lock.json": locked({ version: "git+ssh://x", integrity: sha512 }) },
      "package-lock.json: node_modules/yaml has no version of a registry",
    ],
    [
      { "docs/packages.md": "| Package | Why |\n|---|---|\n| vitest | tests |\n" },
      "docs/packages.md: does not say what yaml is for",
    ],
    [
      { "docs/packages.md": "| Package | Why |\n|---|---|\n| yaml | |\n| vitest | tests |\n" },
      "docs/packages.md: does not say what yaml is for",
    ],
    [
      {
        "docs/packages.md":
          "| Package | Why |\n|-|-|\n| yaml | a |\n| vitest | b |\n| left-pad | c |\n",
      },
      "docs/packages.md: explains left-pad, which is not used",
    ],
  ])("%j are refused", (changed, says) => {
    expect(said(changed)).toEqual([says]);
  });

  test("have the days of their release on the page, for the very version", () => {
    const row = "| `yaml` | 2.9.1 | 2026-09-11 | 2026-09-12 |";
    const of = (text: string): readonly string[] =>
      releases([
        { path: "package.json", text: JSON.stringify({ dependencies: { yaml: "2.9.1" } }) },
        {
          path: "docs/packages.md",
          text: `| Locked | Version | Of | Last |\n|-|-|-|-|\n${text}\n`,
        },
      ]).map(spell);
    expect(of(row)).toEqual([]);
    for (const other of ["", row.replace("2.9.1", "2.9.0"), row.replace("2026-09-11", "")])
      expect(of(other)).toEqual(["docs/packages.md: does not say when yaml 2.9.1 was released"]);
  });
});
