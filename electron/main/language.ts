// The language of the windows: what people chose last.
import { app } from "electron";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { utf8 } from "../../crypto/index.ts";
import { replace } from "../disk/disk.ts";
import { languageOf, type Language } from "../text/text.ts";

const NAME = "language";

/** From the app's profile; English by default. */
export function keptLanguage(): Language {
  const file = join(app.getPath("userData"), NAME);
  return languageOf(existsSync(file) ? readFileSync(file, "utf8") : "");
}

/** Keeps it for the next time. */
export const keepLanguage = (language: Language): void =>
  replace(app.getPath("userData"), NAME, utf8(language));
