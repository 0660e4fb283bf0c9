// The parts of a running step: one sentence for each, about this officer if there is one.
import { sentence } from "../../electron/text/text.ts";
import { said, say } from "./say.ts";

/** Ids of the parts that main sends, each with its sentence. */
export const TASKS = [
  "make-key-pair",
  "write-media",
  "open-again",
  "open-share",
  "make-blob",
  "try-recovery",
  "sign",
  "send",
  "keep-answer",
  "read-answer",
  "poll",
] as const;

/** The sentence of a part; an unknown one is still said to be in progress. */
export function taskSentence(id: string, seat: number | null): string {
  const known = TASKS.find((task) => task === id);
  if (known === undefined) return say("tasks.taskWords.other");
  const isOfOne = known === "make-key-pair" || known === "open-share" || known === "sign";
  return said(
    isOfOne && seat !== null ? sentence(`tasks.${known}.of`, { seat }) : sentence(`tasks.${known}`),
  );
}

/** Who has not answered, and for how long. */
export const silentLine = (
  who: "officer-vault" | "quorum-vault" | "hsm",
  seconds: number,
): string => say("tasks.taskWords.silent", { who: sentence(`tasks.silent.${who}`), seconds });
