// What the system's dialogs say, in the language of the windows.
import { german } from "../german/german.ts";
import { keptLanguage } from "./language.ts";

/** A text of ours in that language. */
export const inLanguage = (text: string): string => (keptLanguage() === "de" ? german(text) : text);
