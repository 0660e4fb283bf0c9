// Nothing of ours lets the system open a file or an address: by where each program is started, and by
// what is taken of Electron.
import { basename, resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { isCode, isTestSide, parse, everyNode, type SourceText } from "./tidy/source.ts";
import { readTree } from "./tidy/tree.ts";

/** Where a program is started, and by which of node's calls. None takes a shell. */
const STARTS: Readonly<Record<string, string>> = {
  "electron/main/printer.ts": "execFile",
  "electron/main/screen-reader.ts": "execFile",
  "electron/media/drives/tools.ts": "execFile",
  "electron/network/traces.ts": "spawnSync",
  "electron/pipe/node-child.ts": "fork",
  "electron/rehearse/foreign.ts": "spawnSync",
  "electron/rehearse/hsm-process.ts": "fork",
};

/** All that is taken of Electron; what opens things, `shell`, is not among it. */
const OF_ELECTRON = [
  "app",
  "BrowserWindow",
  "clipboard",
  "contextBridge",
  "dialog",
  "ipcMain",
  "ipcRenderer",
  "Menu",
  "MessageChannelMain",
  "nativeTheme",
  "powerMonitor",
  "protocol",
  "screen",
  "session",
  "utilityProcess",
];

/** Programs of desktops, and words of their shells, that open whatever they are given. */
const OPENERS =
  /^(xdg-open|gio|gvfs-open|kde-open5?|kfmclient|exo-open|gnome-open|open|start|explorer(\.exe)?|rundll32(\.exe)?|cmd(\.exe)?)$/;

const ROOMS = /^(ceremony-scripts|crypto|electron|renderer)\//;
const sources = readTree(resolve(import.meta.dirname, "..")).filter(
  ({ path }) => ROOMS.test(path) && isCode(path) && !isTestSide(path),
);

/** The names by which a file imports from a module; "*" where it takes the whole of it. */
function taken(file: SourceText, module: RegExp): readonly string[] {
  // To look at the syntax of all files would take long.
  if (!/child_process|cluster|["']electron|require|getBuiltinModule/.test(file.text)) return [];
  return [...everyNode(parse(file))].flatMap((node) => {
    if (ts.isCallExpression(node)) {
      const [of] = node.arguments;
      const loads =
        /^(import|require|createRequire|getBuiltinModule)\b|\.(require|getBuiltinModule)$/;
      const isLoaded = of !== undefined && ts.isStringLiteralLike(of) && module.test(of.text);
      return isLoaded && loads.test(node.expression.getText()) ? ["*"] : [];
    }
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return [];
    if (!module.test(node.moduleSpecifier.text) || /^import type\b/.test(node.getText())) return [];
    const bindings = node.importClause?.namedBindings;
    if (bindings === undefined || !ts.isNamedImports(bindings)) return ["*"];
    return bindings.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ propertyName, name }) => (propertyName ?? name).text);
  });
}

it("starts programs in few places, none of which opens things (A05)", () => {
  const starting = sources.flatMap((file) => {
    const names = taken(file, /^(node:)?(child_process|cluster)$/);
    return names.length === 0 ? [] : [[file.path, names.join()] as const];
  });
  expect(Object.fromEntries(starting)).toEqual(STARTS);
  for (const file of sources.filter(({ path }) => Object.hasOwn(STARTS, path)))
    for (const node of everyNode(parse(file)))
      if (ts.isStringLiteralLike(node)) expect(basename(node.text), file.path).not.toMatch(OPENERS);
});

it("takes of Electron what it needs by name, and never what opens things (A05)", () => {
  const all = new Set(sources.flatMap((file) => taken(file, /^electron(\/|$)/)));
  expect([...all].toSorted()).toEqual(OF_ELECTRON.toSorted());
});
