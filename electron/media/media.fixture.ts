// Media in temporary folders, for tests.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { random, utf8 } from "../../crypto/index.ts";
import { prepareMedium, type Medium, type Mode } from "./media.ts";

/** On the CI machine a missing capability is a failure, not a skip. */
export const isJudging = process.env["CI"] === "true";
export const isRoot = process.getuid?.() === 0;

/** Recognisable bytes. */
export const bytesOf = (text: string): Uint8Array => utf8(text);

/** A fresh root folder; `end` removes it. */
export function aRoot(): { readonly root: string; readonly end: () => void } {
  const root = mkdtempSync(join(tmpdir(), "sd-media-"));
  return {
    root,
    end: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Makes a medium under the root. */
export const aMedium = (root: string, label = "transfer", mode: Mode = "REHEARSAL"): Medium =>
  prepareMedium(root, label, mode, random);
