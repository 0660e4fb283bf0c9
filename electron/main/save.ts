// Saves a new file where a person says: the window never learns the path.
import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { dialog, type BrowserWindow } from "electron";

/** A file to be saved: the name that is proposed, what sort it is in a word, its bytes. */
interface NewFile {
  readonly name: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
}

/** @returns false where nobody chose a place. Throws where a file stands there, or none can. */
export async function saveFile(
  window: BrowserWindow, { name, kind, bytes }: NewFile,
): Promise<boolean> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title: `Save: ${kind}`,
    defaultPath: name,
    filters: [{ name: kind, extensions: [extname(name).slice(1)] }],
  });
  if (filePath === "") return false;
  await writeFile(filePath, bytes, { flag: "wx", flush: true });
  return true;
}
