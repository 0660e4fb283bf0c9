// Reads the project's text files from disk, as the rules want them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "./source.ts";

/**
 * All text files that are not ignored. Works without git: .gitignore here holds only plain folder
 * names (`name/`) and endings (`*.ending`), and anything else in it is an error.
 */
export function readTree(root: string): readonly SourceText[] {
  const ignored = readIgnored(readFileSync(join(root, ".gitignore"), "utf8"));
  const paths = readdirSync(root, { withFileTypes: true, recursive: false })
    .flatMap((entry) => pathsUnder(root, "", entry.name, entry.isDirectory(), ignored));
  return paths.sort().flatMap((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return text.includes("\0") ? [] : [{ path, text }];
  });
}

type Ignored = (name: string, isFolder: boolean) => boolean;

function pathsUnder(
  root: string, folder: string, name: string, isFolder: boolean, ignored: Ignored,
): readonly string[] {
  if (ignored(name, isFolder)) return [];
  const path = folder === "" ? name : `${folder}/${name}`;
  if (!isFolder) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .flatMap((entry) => pathsUnder(root, path, entry.name, entry.isDirectory(), ignored));
}

function readIgnored(text: string): Ignored {
  const lines = text.split("\n").filter((line) => line !== "");
  const folders = lines.filter((line) => /^[\w.-]+\/$/.test(line)).map((line) => line.slice(0, -1));
  const endings = lines.filter((line) => /^\*\.\w+$/.test(line)).map((line) => line.slice(1));
  if (folders.length + endings.length !== lines.length) throw new Error(".gitignore holds other forms");
  return (name, isFolder) => isFolder
    ? name === ".git" || folders.includes(name)
    : endings.some((ending) => name.endsWith(ending));
}
