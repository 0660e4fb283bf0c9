// For tests: the built program at a real pseudo-terminal, with a person who answers its prompts.
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { PROGRAM, run } from "./program.fixture.ts";

const PYTHON = "/usr/bin/python3";

/** True where there is no Python to hold the terminal. */
export const noTerminal = process.env["CI"] !== "true" && !existsSync(PYTHON);

/** What is typed, as soon as its prompt is seen. */
export interface Typed {
  readonly after: string;
  readonly type: string;
}

/**
 * Both outputs on one screen, on which none of `unseen` may stand.
 * @param program what is given the arguments, by its whole path; `sd` unless given
 */
export async function atTerminal(
  args: readonly string[],
  answers: readonly Typed[],
  unseen: readonly string[],
  program: readonly string[] = [process.execPath, PROGRAM],
): Promise<{ readonly code: number; readonly screen: string }> {
  const argv = [...program, ...args];
  const driver = fileURLToPath(new URL("terminal.fixture.py", import.meta.url));
  const { out, errors } = await run(PYTHON, [driver, JSON.stringify({ argv, answers })]);
  expect(errors).toBe("");
  const { code, screen } = JSON.parse(out) as { code: number; screen: string };
  for (const typed of unseen) expect(screen).not.toContain(typed);
  return { code, screen: screen.replaceAll("\r\n", "\n") };
}
