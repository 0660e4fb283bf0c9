// Files that a person chooses to read or save: the window never learns the path.
import { basename, dirname, extname, join } from "node:path";
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from "electron";
import type { ChosenFile, ChosenPlan, NewFile } from "../desk/desk.ts";
import { handOut } from "../disk/hand-out.ts";
import { readPlain } from "../disk/read-plain.ts";
import { KEY_LIST_BYTES_MAX } from "../hsm/key-list.ts";
import { saidIn, sentence, type Id, type Value } from "../text/text.ts";
import { keptLanguage } from "./language.ts";

const SITE_BYTES_MAX = 64 * 1024;
const PLAN_BYTES_MAX = 256 * 1024;
/** As `sd runbook prove`, for all of them. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;
/** All together; Intel's lists grow with its revocations. */
const COLLATERAL_BYTES_MAX = 16 * 1024 * 1024;

/** The path of a record, or null: main does not read it. */
export async function chooseRecord(window: BrowserWindow): Promise<string | null> {
  const [path] = await chosen(window, "dialogs.chooseRecord", [
    { name: sentence("dialogs.record"), extensions: ["jsonl"] },
  ]);
  return path ?? null;
}

/** A site file and its folder, or null. @throws RangeError when it is too large */
export async function chooseSite(window: BrowserWindow) {
  const [path] = await chosen(window, "dialogs.chooseSite", [
    { name: sentence("dialogs.site"), extensions: ["json"] },
  ]);
  if (path === undefined) return null;
  const [bytes] = readAllOf([path], SITE_BYTES_MAX);
  return bytes === undefined ? null : { bytes, folder: dirname(path) };
}

/** A folder, for example on a stick, or null. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const how = ["openDirectory", "createDirectory"] as const;
  return (await chosen(window, "dialogs.chooseFolder", [], how))[0] ?? null;
}

/** The folder of photographs, or null: main does not read it. */
export async function choosePhotographs(window: BrowserWindow): Promise<string | null> {
  return (await chosen(window, "dialogs.choosePhotographs", [], ["openDirectory"]))[0] ?? null;
}

/** A plan file, or null. @throws RangeError when it is too large */
export async function choosePlan(window: BrowserWindow): Promise<ChosenPlan | null> {
  const [path] = await chosen(window, "dialogs.choosePlan", [
    { name: sentence("dialogs.plan"), extensions: ["yaml", "yml"] },
  ]);
  if (path === undefined) return null;
  const [bytes] = readAllOf([path], PLAN_BYTES_MAX);
  return bytes === undefined ? null : { path, bytes };
}

/** Answers of timestamp authorities, or null. @throws RangeError when they are too large together */
export const chooseStamps = (window: BrowserWindow): Promise<readonly ChosenFile[] | null> =>
  namedFiles(window, "dialogs.chooseStamps", { name: "RFC 3161", extensions: ["tsr"] });

/** Answers of Azure, or null. @throws RangeError when they are too large together */
export const chooseAnswers = (window: BrowserWindow): Promise<readonly ChosenFile[] | null> =>
  namedFiles(window, "dialogs.chooseAnswers", { name: "JSON", extensions: ["json"] });

async function namedFiles(
  window: BrowserWindow,
  title: Parameters<typeof chosen>[1],
  usual: Filter,
): Promise<readonly ChosenFile[] | null> {
  const filters = [usual, { name: sentence("dialogs.all"), extensions: ["*"] }];
  const paths = await chosen(window, title, filters, ["openFile", "multiSelections"]);
  if (paths.length === 0) return null;
  const all = readAllOf(paths, ANSWER_BYTES_MAX);
  return all.map((bytes, at) => ({ name: basename(paths[at] ?? ""), bytes }));
}

/** A key list, or null. @throws RangeError when it is too large */
export async function chooseKeyList(window: BrowserWindow): Promise<Uint8Array | null> {
  const [path] = await chosen(window, "dialogs.chooseKeyList", [
    { name: sentence("dialogs.keyList"), extensions: ["json"] },
  ]);
  return path === undefined ? null : (readAllOf([path], KEY_LIST_BYTES_MAX)[0] ?? null);
}

/** Intel's files, or null. @throws RangeError when they are too large together */
export async function chooseCollateral(
  window: BrowserWindow,
): Promise<readonly Uint8Array[] | null> {
  const filters = [{ name: sentence("dialogs.all"), extensions: ["*"] }];
  const several = ["openFile", "multiSelections"] as const;
  const paths = await chosen(window, "dialogs.chooseCollateral", filters, several);
  return paths.length === 0 ? null : readAllOf(paths, COLLATERAL_BYTES_MAX);
}

/** The path of a SAS token's file, or null: only the connected process reads it. */
export async function chooseSas(window: BrowserWindow): Promise<string | null> {
  const [path] = await chosen(window, "dialogs.chooseSas", [
    { name: sentence("dialogs.all"), extensions: ["*"] },
  ]);
  return path ?? null;
}

/** Paths of Azure's log files, or folders with such, or null: main does not read them. */
export const chooseLogs = async (
  window: BrowserWindow,
  what: "files" | "folders",
): Promise<readonly string[] | null> =>
  await several(window, `dialogs.chooseLogs.${what}`, what, [
    { name: "JSON", extensions: ["json", "jsonl"] },
    { name: sentence("dialogs.all"), extensions: ["*"] },
  ]);

/** The paths of records, or of folders with records, or null: main reads none of them. */
export const chooseRecords = async (
  window: BrowserWindow,
  what: "files" | "folders",
): Promise<readonly string[] | null> =>
  await several(window, `dialogs.chooseRecords.${what}`, what, [
    { name: sentence("dialogs.record"), extensions: ["jsonl"] },
    // A list of heads may have any name.
    { name: sentence("dialogs.all"), extensions: ["*"] },
  ]);

/** Several files of these kinds, or several folders; null for none. */
async function several(
  window: BrowserWindow,
  title: Parameters<typeof chosen>[1],
  what: "files" | "folders",
  filters: readonly Filter[],
): Promise<readonly string[] | null> {
  const paths =
    what === "folders"
      ? await chosen(window, title, [], ["openDirectory", "multiSelections"])
      : await chosen(window, title, filters, ["openFile", "multiSelections"]);
  return paths.length === 0 ? null : paths;
}

/** A kind of files: its name, and the endings of their names. */
interface Filter {
  readonly name: Value;
  readonly extensions: readonly string[];
}

async function chosen(
  window: BrowserWindow,
  title: Extract<Id, `dialogs.choose${string}`>,
  filters: readonly Filter[],
  properties: readonly NonNullable<OpenDialogOptions["properties"]>[number][] = ["openFile"],
): Promise<readonly string[]> {
  const language = keptLanguage();
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: saidIn(language, sentence(title)),
    properties: [...properties],
    filters: filters.map(({ name, extensions }) => ({
      name: saidIn(language, name),
      extensions: [...extensions],
    })),
  });
  return filePaths;
}

/** A chosen pipe or device is refused like a file that is too large. */
function readAllOf(paths: readonly string[], bytesMax: number): readonly Uint8Array[] {
  let left = bytesMax;
  return paths.map((path) => {
    const bytes = readPlain(path, left);
    if (bytes === null) throw new RangeError("too large, or no file");
    left -= bytes.length;
    return bytes;
  });
}

/** @returns its path, or null if no place was chosen. Throws if a file exists there, or none can. */
export async function saveFile(
  window: BrowserWindow,
  { name, kind, bytes }: NewFile,
): Promise<string | null> {
  const language = keptLanguage();
  const { filePath } = await dialog.showSaveDialog(window, {
    title: saidIn(language, sentence("dialogs.save", { kind })),
    // Not where the app was started, which is often not writable.
    defaultPath: join(app.getPath("documents"), name),
    filters: [{ name: saidIn(language, kind), extensions: [extname(name).slice(1)] }],
  });
  if (filePath === "") return null;
  if (!handOut(filePath, bytes)) throw new Error("There is a file of this name.");
  return filePath;
}
