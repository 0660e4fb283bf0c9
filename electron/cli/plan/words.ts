// The plan files on the command line.
import { usage, type Given } from "../shared/arguments.ts";

/** The file at this place. @throws Fault E-USAGE */
export function wordOf({ words }: Given, at: number): string {
  const word = words[at];
  if (word === undefined)
    throw usage(at === 0 ? "Give a plan file." : "Give two plan files: the old one, then the new.");
  return word;
}
