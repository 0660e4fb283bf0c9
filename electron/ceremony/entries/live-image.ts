// The live image from which a ceremony's station was started, and that its words were read aloud.
import * as z from "zod/mini";
import { named } from "../../../ceremony-scripts/index.ts";
import { sentence } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { digest } from "./forms.ts";

const BEFORE = ", live image with the SHA-256 ";
const AT_THE_END = new RegExp(`${BEFORE}([0-9a-f]{64})$`);

/** The name of an operating system that was started from a live image. @param sha256 hex */
export const systemWithImage = (system: string, sha256: string): string =>
  `${system}${BEFORE}${sha256}`;

/** SHA-256 (hex) of the live image that a system was started from; null if none. */
export const imageIn = (system: string | undefined): string | null =>
  AT_THE_END.exec(system ?? "")?.[1] ?? null;

export const LIVE_IMAGE = {
  /** The words on the image's paper match the image that the station runs. */
  "image-heard": entry({
    by: "confirmer",
    current: true,
    form: z.strictObject({ sha256: digest }),
    minutes: ({ sha256 }, wordsOf) =>
      sentence("entries.image-heard", { words: named(wordsOf(sha256)) }),
  }),
};
