// The language of the windows: what people chose last. Each page is there once a language.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { replace } from "../disk/disk.ts";
import type { Language } from "../german/german.ts";
import { ORIGIN } from "./scheme.ts";

export type { Language };

/** What was kept; where nothing was, English. @param file absolute path */
export const keptLanguage = (file: string): Language =>
  existsSync(file) && readFileSync(file, "utf8") === "de" ? "de" : "en";

/** Keeps it for the next time. */
export function keepLanguage(file: string, language: Language): void {
  replace(dirname(file), basename(file), utf8(language));
}

/** The address of a page in a language. */
export const pageIn = (language: Language, page: "index" | "passphrase"): string =>
  `${ORIGIN}/${page}${language === "en" ? "" : `.${language}`}.html`;
