// The company's own templates below a folder, and what in them ends with versions of Resource Manager.
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fromUtf8, isFault } from "../../../crypto/index.ts";
import type { TemplateVersion } from "../../deployment/deployment.ts";
import { deployment } from "../shared/deployment.ts";
import { fault } from "../shared/faults.ts";
import { readInput } from "../shared/files.ts";
import { shown } from "../shared/shown.ts";

const FLAG = "--templates";
const FILE_MAX = 4 * 1024 * 1024;
const FILES_MAX = 5000;
/** What others wrote, or a tool made. */
const SKIPPED = ["node_modules", ".git", ".terraform"];

export interface Templates {
  /** How many files were read. */
  readonly files: number;
  /** Files that could not be read, each with the code of the reason. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
  /** Each question of Microsoft.KeyVault. */
  readonly found: readonly (TemplateVersion & { readonly file: string })[];
}

/** @throws Fault E-DIR-MISSING; E-FILE-SIZE for more than 5,000 files */
export async function templatesIn(folder: string): Promise<Templates> {
  const { TEMPLATE_FILES, versionsIn } = await deployment();
  const paths = filesIn(folder, (name) =>
    TEMPLATE_FILES.some((end) => name.toLowerCase().endsWith(end)),
  );
  const read = paths.map((path) => {
    const file = relative(folder, path);
    try {
      const versions = versionsIn(fromUtf8(readInput(path, FLAG, FILE_MAX)));
      return { file, why: null, versions };
    } catch (error) {
      return { file, why: isFault(error) ? error.code : "E-FILE-READ", versions: [] };
    }
  });
  return {
    files: read.filter(({ why }) => why === null).length,
    unread: read.flatMap(({ file, why }) => (why === null ? [] : [{ file, why }])),
    found: read.flatMap(({ file, versions }) => versions.map((one) => ({ file, ...one }))),
  };
}

/** Links are not followed. */
function filesIn(folder: string, isWanted: (name: string) => boolean): readonly string[] {
  const found: string[] = [];
  const look = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const own = join(path, entry.name);
      if (entry.isDirectory() && !SKIPPED.includes(entry.name)) look(own);
      else if (entry.isFile() && isWanted(entry.name)) found.push(own);
      if (found.length > FILES_MAX) throw fault("E-FILE-SIZE", { flag: FLAG });
    }
  };
  try {
    look(folder);
  } catch (error) {
    if (isFault(error)) throw error;
    throw fault("E-DIR-MISSING", { flag: FLAG });
  }
  return found.toSorted();
}

/** The same for people. */
export function templatesText({ files, unread, found }: Templates): string {
  const ending = found.filter(({ ends }) => ends !== false);
  return [
    `Templates: ${String(files)} files read; ${String(found.length)} places ask Microsoft.KeyVault, of which `
      + `${String(ending.length)} end on 27 February 2027 or say no version:`,
    ...ending.map(
      ({ file, line, type, version }) =>
        `  ${shown(file)}:${String(line)} ${shown(type)} ${version === "" ? "no version that can be read" : version}`,
    ),
    ...(ending.length === 0 ? [] : ["  Set 2026-02-01 or later there."]),
    ...unread.map(({ file, why }) => `  not read: ${shown(file)}: ${why}`),
  ].join("\n");
}
