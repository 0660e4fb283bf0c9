// Where the app finds its own programs, and where it stores what it makes.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";

/** Absolute paths. */
export interface Places {
  /** This program itself. */
  readonly program: string;
  readonly preload: string;
  readonly passphrasePreload: string;
  readonly vault: string;
  readonly people: string;
  readonly connected: string;
  readonly rehearsalHsm: string;
  readonly deployment: string;
  readonly rehearsalArm: string;
  readonly checker: string;
  /** The window's files. */
  readonly files: string;
  /** All rehearsals, each a folder of its own. */
  readonly rehearsals: string;
  /** Records of ceremonies held in earnest, each in a folder of its own. */
  readonly production: string;
  /** The file that keeps the theme. */
  readonly theme: string;
}

/** @param programs the folder of this program's own bundle */
export function placesFrom(programs: string): Places {
  const rehearsals = join(app.getPath("userData"), "rehearsals");
  mkdirSync(rehearsals, { recursive: true, mode: 0o700 });
  return {
    rehearsals,
    theme: join(app.getPath("userData"), "theme"),
    production: join(app.getPath("userData"), "production"),
    program: join(programs, "main.cjs"),
    preload: join(programs, "preload.cjs"),
    passphrasePreload: join(programs, "passphrase-preload.cjs"),
    vault: join(programs, "vault.cjs"),
    people: join(programs, "people.cjs"),
    connected: join(programs, "connected.cjs"),
    rehearsalHsm: join(programs, "rehearsal-hsm.cjs"),
    deployment: join(programs, "deployment.cjs"),
    rehearsalArm: join(programs, "rehearsal-arm.cjs"),
    checker: join(programs, "checker.cjs"),
    files: join(programs, "renderer"),
  };
}
