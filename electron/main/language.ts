// The language of the windows: what people chose last. Each page is there once a language.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { BrowserWindow } from "electron";
import { utf8 } from "../../crypto/index.ts";
import { replace } from "../disk/disk.ts";
import { german, type Language } from "../german/german.ts";
import { ORIGIN } from "./scheme.ts";

export type { Language };

/** What was kept; where nothing was, English. @param file absolute path */
export const keptLanguage = (file: string): Language =>
  existsSync(file) && readFileSync(file, "utf8") === "de" ? "de" : "en";

/** Keeps it for the next time. */
export function keepLanguage(file: string, language: Language): void {
  replace(dirname(file), basename(file), utf8(language));
}

/** A text of the system's dialogs, in the language of the window that asks. */
export const saidIn = ({ webContents }: BrowserWindow, text: string): string =>
  webContents.getURL().startsWith(pageIn("de", "index")) ? german(text) : text;

/** The address of a page in a language. */
export const pageIn = (language: Language, page: "index" | "passphrase"): string =>
  `${ORIGIN}/${page}${language === "en" ? "" : `.${language}`}.html`;
