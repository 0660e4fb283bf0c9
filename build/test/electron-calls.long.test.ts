// The page on Electron's versions names exactly the interfaces of Electron that our sources use.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");
const TYPES = join(ROOT, "node_modules", "electron", "electron.d.ts");
const PAGE = readFileSync(join(ROOT, "docs", "electron.md"), "utf8");

/** Our own sources that import Electron. */
const sources = readdirSync(join(ROOT, "electron"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/\.(?:test|fixture)\.ts$/.test(file))
  .map((file) => join(ROOT, "electron", file))
  .filter((file) => readFileSync(file, "utf8").includes('from "electron"'));

/** Every member of Electron's that they name, as `Interface.member`, and events as `Interface event`. */
function called(): ReadonlySet<string> {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  // Of all that they import only Electron matters here.
  host.resolveModuleNameLiterals = (literals) =>
    literals.map(({ text }) => ({
      resolvedModule:
        text === "electron"
          ? { resolvedFileName: TYPES, extension: ts.Extension.Dts, isExternalLibraryImport: true }
          : undefined,
    }));
  const program = ts.createProgram(sources, options, host);
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const note = (symbol: ts.Symbol | undefined, event = ""): void => {
    for (const { parent } of symbol?.declarations ?? [])
      if (
        parent.getSourceFile().fileName === TYPES
        && (ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent))
      )
        found.add(
          `${parent.name?.text ?? ""}${event === "" ? `.${symbol?.name ?? ""}` : ` ${event}`}`,
        );
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      const { parent } = node;
      const [first] = ts.isCallExpression(parent) ? parent.arguments : [];
      const isEvent = /^(?:on|once)$/.test(node.name.text) && first !== undefined;
      const event = isEvent && ts.isStringLiteral(first) ? first.text : "";
      note(checker.getSymbolAtLocation(node.name), event);
    } else if (ts.isObjectLiteralExpression(node)) {
      const given = checker.getContextualType(node);
      const wanted = given && checker.getNonNullableType(given);
      for (const one of node.properties)
        if (one.name !== undefined && ts.isIdentifier(one.name))
          note(wanted?.getProperty(one.name.text));
    } else if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
      const from = checker.getTypeAtLocation(node.parent);
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) note(from.getProperty(name.text));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of sources) {
    const source = program.getSourceFile(file);
    if (source !== undefined) visit(source);
  }
  return found;
}

/** The members in the page's table of what is used. */
const listed = [...PAGE.matchAll(/^\| `(\w+)` \| (.+?) \|$/gm)].flatMap(([, owner, members]) =>
  [...(members ?? "").matchAll(/`([^`]+)`( \(event\))?/g)].map(([, name, event]) =>
    event === undefined ? `${owner ?? ""}.${name ?? ""}` : `${owner ?? ""} ${name ?? ""}`,
  ),
);

it("names what is used, and nothing else", () => {
  expect(sources.length).toBeGreaterThan(15);
  expect([...called()].toSorted()).toEqual(listed.toSorted());
});
