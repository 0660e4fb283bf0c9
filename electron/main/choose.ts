// Files that a person chooses, to be read or to be saved: the window never learns the path.
import { basename, dirname, extname, join } from "node:path";
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from "electron";
import { handOut } from "../disk/hand-out.ts";
import { readPlain } from "../disk/read-plain.ts";
import { KEY_LIST_BYTES_MAX } from "../hsm/key-list.ts";
import { inLanguage } from "./in-language.ts";

const SITE_BYTES_MAX = 64 * 1024;
const PLAN_BYTES_MAX = 256 * 1024;
/** As `sd runbook prove`, for all of them. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;
/** All together; Intel's lists grow with what it revokes. */
const COLLATERAL_BYTES_MAX = 16 * 1024 * 1024;

/** Where a record is, or null: main does not read it. */
export async function chooseRecord(window: BrowserWindow): Promise<string | null> {
  const [path] = await chosen(window, "Choose a record", [
    { name: "Record", extensions: ["jsonl"] },
  ]);
  return path ?? null;
}

/** A site file and its folder, or null. @throws RangeError when it is too large */
export async function chooseSite(window: BrowserWindow) {
  const [path] = await chosen(window, "Choose a site file", [
    { name: "Site file", extensions: ["json"] },
  ]);
  if (path === undefined) return null;
  const [bytes] = whole([path], SITE_BYTES_MAX);
  return bytes === undefined ? null : { bytes, folder: dirname(path) };
}

/** A folder, on a stick for instance, or null. */
export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const title = "Choose where the folder of evidence is put";
  return (await chosen(window, title, [], ["openDirectory", "createDirectory"]))[0] ?? null;
}

/** The folder of photographs, or null: main does not read it. */
export async function choosePhotographs(window: BrowserWindow): Promise<string | null> {
  const title = "Choose the folder of photographs";
  return (await chosen(window, title, [], ["openDirectory"]))[0] ?? null;
}

/** A plan file, or null. @throws RangeError when it is too large */
export async function choosePlan(window: BrowserWindow): Promise<Uint8Array | null> {
  const [path] = await chosen(window, "Choose the plan", [
    { name: "Plan", extensions: ["yaml", "yml"] },
  ]);
  return path === undefined ? null : (whole([path], PLAN_BYTES_MAX)[0] ?? null);
}

/** Answers of Azure, or null. @throws RangeError when they are too large together */
export async function chooseAnswers(window: BrowserWindow): Promise<readonly Uint8Array[] | null> {
  const paths = await chosen(
    window,
    "Choose the answers",
    [
      { name: "JSON", extensions: ["json"] },
      { name: "All", extensions: ["*"] },
    ],
    ["openFile", "multiSelections"],
  );
  return paths.length === 0 ? null : whole(paths, ANSWER_BYTES_MAX);
}

/** A key list, or null. @throws RangeError when it is too large */
export async function chooseKeyList(window: BrowserWindow): Promise<Uint8Array | null> {
  const [path] = await chosen(window, "Choose the key list", [
    { name: "Key list", extensions: ["json"] },
  ]);
  return path === undefined ? null : (whole([path], KEY_LIST_BYTES_MAX)[0] ?? null);
}

/** Intel's files, or null. @throws RangeError when they are too large together */
export async function chooseCollateral(
  window: BrowserWindow,
): Promise<readonly Uint8Array[] | null> {
  const title = "Choose Intel\u2019s files, all together";
  const filters = [{ name: "All", extensions: ["*"] }];
  const paths = await chosen(window, title, filters, ["openFile", "multiSelections"]);
  return paths.length === 0 ? null : whole(paths, COLLATERAL_BYTES_MAX);
}

/** Where the file of a SAS token lies, or null: only the connected process reads it. */
export async function chooseSas(window: BrowserWindow): Promise<string | null> {
  const [path] = await chosen(window, "Choose the file of the SAS token", [
    { name: "All", extensions: ["*"] },
  ]);
  return path ?? null;
}

/** Where files of Azure's log are, or folders with such, or null: main does not read them. */
export async function chooseLogs(
  window: BrowserWindow,
  what: "files" | "folders",
): Promise<readonly string[] | null> {
  const paths =
    what === "folders"
      ? await chosen(
          window,
          "Choose folders with files of Azure\u2019s log",
          [],
          ["openDirectory", "multiSelections"],
        )
      : await chosen(
          window,
          "Choose the exported files of Azure\u2019s log",
          [
            { name: "JSON", extensions: ["json", "jsonl"] },
            { name: "All", extensions: ["*"] },
          ],
          ["openFile", "multiSelections"],
        );
  return paths.length === 0 ? null : paths;
}

const chosen = async (
  window: BrowserWindow,
  title: string,
  filters: NonNullable<OpenDialogOptions["filters"]>,
  properties: NonNullable<OpenDialogOptions["properties"]> = ["openFile"],
): Promise<readonly string[]> =>
  (
    await dialog.showOpenDialog(window, {
      title: inLanguage(title),
      properties,
      filters: filters.map(({ name, extensions }) => ({ name: inLanguage(name), extensions })),
    })
  ).filePaths;

/** A pipe or a device that was chosen is read as little as a file that is too large. */
function whole(paths: readonly string[], bytesMax: number): readonly Uint8Array[] {
  let left = bytesMax;
  return paths.map((path) => {
    const bytes = readPlain(path, left);
    if (bytes === null) throw new RangeError("too large, or no file");
    left -= bytes.length;
    return bytes;
  });
}

/** A file to be saved: the name that is proposed, what sort it is in a word, its bytes. */
interface NewFile {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** @returns its name, or null where nobody chose a place. Throws where a file stands there, or none can. */
export async function saveFile(
  window: BrowserWindow,
  { name, kind, bytes }: NewFile,
): Promise<string | null> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: inLanguage(`Save: ${kind}`),
    // Not where the app was started: often nobody may write there.
    defaultPath: join(app.getPath("documents"), name),
    filters: [{ name: inLanguage(kind), extensions: [extname(name).slice(1)] }],
  });
  if (filePath === "") return null;
  if (!handOut(filePath, bytes)) throw new Error("There is a file of this name.");
  return basename(filePath);
}
