// Light or dark: people's last choice, in every window.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { nativeTheme } from "electron";
import { utf8 } from "../../crypto/index.ts";
import { replace } from "../disk/disk.ts";

/** Shows the stored theme; by default the system's. @param file absolute path */
export function showTheme(file: string): void {
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (kept === "light" || kept === "dark") nativeTheme.themeSource = kept;
}

/** Shows it from now on, also the next time. */
export function keepTheme(file: string, theme: "light" | "dark"): void {
  nativeTheme.themeSource = theme;
  replace(dirname(file), basename(file), utf8(theme));
}
