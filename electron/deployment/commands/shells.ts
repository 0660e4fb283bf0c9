// Command lines as bash and PowerShell read them. Whatever a name contains, the program gets exactly it,
// or the line is refused: none is ever written that a name could break.
import { fault } from "../faults.ts";
import type { CommandLine, Word } from "./command-line.ts";

/** Whose rules a line is written by. */
export type Shell = "bash" | "powershell";

/** What needs no quotes in bash. A tilde or an equals sign at the start would mean something. */
const PLAIN_BASH = /^[A-Za-z0-9_.,/:@%+-][A-Za-z0-9_.,/:@%+=-]*$/;

/** What needs no quotes in PowerShell: there, a comma makes a list and @ a splat. */
const PLAIN_POWERSHELL = /^[A-Za-z0-9_./-][A-Za-z0-9_./:-]*$/;

/** All characters that PowerShell takes for a single quote (about_Quoting_Rules). */
const SINGLE_QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/**
 * What cannot be handed to `az` on Windows. It is a batch file: `cmd` reads the line again, expands
 * %NAME%, and ends a string at a quotation mark, which older PowerShells do not escape.
 */
const NEVER_POWERSHELL = /["%\r\n\0!]/;

/** What `cmd` takes for an operator, unless PowerShell puts quotes around it: it does for a space. */
const OPERATORS = /[&|<>^()]/;

/**
 * One command line.
 * @throws Fault E-SHELL-VALUE where a word has something that this shell cannot hand on
 */
export function lineOf(command: CommandLine, shell: Shell): string {
  const line = joined(command.words, shell);
  if (command.sets !== undefined)
    return shell === "bash" ? `${command.sets}=$(${line})` : `$${command.sets} = ${line}`;
  if (command.into === undefined) return line;
  const into = wordOf(command.into, shell);
  return shell === "bash" ? `${line} > ${into}` : `${line} | Set-Content -Encoding ascii ${into}`;
}

const LONG = 96;

/** Words with a space between them; in a long line each flag begins a line of its own. */
function joined(words: readonly Word[], shell: Shell): string {
  const quoted = words.map((word) => wordOf(word, shell));
  const isLong = quoted.join(" ").length > LONG;
  const next = shell === "bash" ? " \\\n  " : " `\n  ";
  return quoted
    .map((text, at) => (at === 0 ? text : `${isLong && isFlag(words[at]) ? next : " "}${text}`))
    .join("");
}

const isFlag = (word: Word | undefined): boolean =>
  typeof word === "string" && /^--[a-z][a-z-]*$/.test(word);

function wordOf(word: Word, shell: Shell): string {
  if (typeof word === "string") return shell === "bash" ? inBash(word) : inPowerShell(word);
  if ("script" in word)
    return shell === "bash" ? `bash ./${word.script}.sh` : `& ./${word.script}.ps1`;
  // Names of variables are ours; an empty value must stay a word of its own.
  if ("variable" in word) return `"$${word.variable}"`;
  // `az` reads the file itself: the sign before its name is ours.
  return shell === "bash"
    ? inBash(`@${word.file}`)
    : `'@${word.file.replace(SINGLE_QUOTES, "$&$&")}'`;
}

/** Any text without NUL as one word of bash. @throws Fault E-SHELL-VALUE */
export function inBash(text: string): string {
  if (text.includes("\0")) throw fault("E-SHELL-VALUE", { shell: "bash" });
  return PLAIN_BASH.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text as one word of PowerShell, for a program that is a batch file. @throws Fault E-SHELL-VALUE */
export function inPowerShell(text: string): string {
  const isSplit = OPERATORS.test(text) && !/[ \t]/.test(text);
  // PowerShell puts quotes around words with spaces; a backslash at the end would take the last one away.
  const isOpen = /[ \t]/.test(text) && text.endsWith("\\");
  if (NEVER_POWERSHELL.test(text) || isSplit || isOpen || text === "")
    throw fault("E-SHELL-VALUE", { shell: "PowerShell" });
  return PLAIN_POWERSHELL.test(text) ? text : `'${text.replace(SINGLE_QUOTES, "$&$&")}'`;
}
