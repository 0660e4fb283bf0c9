// Saves a new file where a person says: the window never learns the path.
import { extname, join } from "node:path";
import { app, dialog, type BrowserWindow } from "electron";
import { handOut } from "../disk/hand-out.ts";

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
    // Not where the app was started: often nobody may write there.
    defaultPath: join(app.getPath("documents"), name),
    filters: [{ name: kind, extensions: [extname(name).slice(1)] }],
  });
  if (filePath === "") return false;
  if (!handOut(filePath, bytes)) throw new Error("There is a file of this name.");
  return true;
}
