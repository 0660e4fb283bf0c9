// Reads the project's files from disk, as the rules want them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceText } from "./source.ts";

/** All files that are not ignored; one that is no text has an empty text. */
export function readTree(root: string): readonly SourceText[] {
  return treePaths(root).map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return { path, text: text.includes("\0") ? "" : text };
  });
}

/**
 * The paths of all files that are not ignored, sorted. Works without git: our .gitignore holds only
 * plain folder names (`name/`) and endings (`*.ending`); anything else in it is an error.
 */
export function treePaths(root: string): readonly string[] {
  const ignored = readIgnored(readFileSync(join(root, ".gitignore"), "utf8"));
  return pathsUnder(root, "", ignored).toSorted();
}

type Ignored = (name: string, isFolder: boolean) => boolean;

function pathsUnder(root: string, folder: string, ignored: Ignored): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (ignored(entry.name, entry.isDirectory())) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? pathsUnder(root, path, ignored) : [path];
  });
}

function readIgnored(text: string): Ignored {
  const lines = text.split("\n").filter((line) => line !== "");
  const folders = lines.filter((line) => /^[\w.-]+\/$/.test(line)).map((line) => line.slice(0, -1));
  const endings = lines.filter((line) => /^\*\.\w+$/.test(line)).map((line) => line.slice(1));
  if (folders.length + endings.length !== lines.length) {
    throw new Error(".gitignore holds a form that is not understood here");
  }
  // In one of several worktrees of a clone, .git is a file, and the folders may be links.
  return (name, isFolder) =>
    name === ".git"
    || folders.includes(name)
    || (!isFolder && endings.some((ending) => name.endsWith(ending)));
}
