// What the system's dialogs say, in the language of the window that asks.
import type { BrowserWindow } from "electron";
import { german } from "../german/german.ts";
import { pageIn } from "./language.ts";

/** A text of ours in that language. */
export const saidIn = ({ webContents }: BrowserWindow, text: string): string =>
  webContents.getURL().startsWith(pageIn("de", "index")) ? german(text) : text;
