// Files that people choose are read by one function with a limit (electron/disk/read-plain.ts): a
// pipe would never answer, a device never end, and a sparse file fill the memory.
import ts from "typescript";
import { everyNode, isTestSide, lineOf, parse, type Rule } from "./source.ts";

/** What opens or reads a file by itself. */
const READING = [
  "createReadStream",
  "open",
  "openSync",
  "read",
  "readFile",
  "readFileSync",
  "readSync",
];

/** Who reads without it, and why: no path that someone chooses. A new file needs its reason here. */
const READERS: Readonly<Record<string, string>> = {
  "electron/disk/": "the function itself, and files that this room wrote",
  "electron/journal/":
    "the record of this station, appended to and read back; who runs, from /proc",
  "electron/network/": "what the system says, from /proc and /sys",
  "electron/media/": "media have a reader of their own: past the cache, with the same limits",
  "electron/rehearse/": "media and folders that a rehearsal made itself",
  "electron/rehearsal-hsm/": "the rehearsal HSM's own folder",
  "electron/session/site-kept.ts": "kept by the app in its profile",
  "electron/session/identity.ts": "the program itself",
  "electron/desk/key-size.ts": "kept by the app in its profile",
  "electron/desk/storage-way.ts": "kept by the app in its profile",
  "electron/desk/waiting.ts": "kept by the app in its profile",
  "electron/hsm/azure/rehearsal-client.ts": "what the rehearsal HSM wrote for its clients",
  "electron/cli/contact/recording-file.ts": "adds to a recording that the one function has read",
  "electron/cli/shared/files.ts": "asks only whether a file is there for another process",
  "electron/main/app.ts": "what the package has beside the program",
  "electron/main/theme.ts": "kept by the app in its profile",
  "electron/main/language.ts": "kept by the app in its profile",
  "electron/rehearsal-arm/simulated-hands.ts": "what the stand-in wrote for its clients",
  "electron/main/pages.ts": "the app's own pages, each by its digest",
  "electron/main/runtime.ts": "the app's own program",
};

/** Product code that reads files without the one function is listed, and no other. */
export const reads: Rule = (files) =>
  files
    .filter(({ path }) => /^(electron|renderer)\/.*\.tsx?$/.test(path) && !isTestSide(path))
    .filter(({ path }) => !Object.keys(READERS).some((listed) => path.startsWith(listed)))
    .flatMap((file) =>
      [...everyNode(parse(file))]
        .filter(isReading)
        .map((node) => ({
          path: file.path,
          line: lineOf(node),
          says: "reads a file without readPlain; if nobody chooses its path, list it in tidy/reads.ts",
        })),
    );

/** An import of one of these names, or of all, from node:fs. */
function isReading(node: ts.Node): boolean {
  if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return false;
  if (!/^(node:)?fs(\/promises)?$/.test(node.moduleSpecifier.text)) return false;
  const named = node.importClause?.namedBindings;
  if (node.importClause?.name !== undefined || (named && ts.isNamespaceImport(named))) return true;
  return (
    named !== undefined
    && ts.isNamedImports(named)
    && named.elements.some(({ name, propertyName }) =>
      READING.includes((propertyName ?? name).text),
    )
  );
}
