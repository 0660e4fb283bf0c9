// Command lines for bash and PowerShell. Whatever a name contains, the program receives exactly
// that, or the line is refused.
import { fault } from "../plan/faults.ts";
import type { CommandLine, Word } from "./command-line.ts";

/** The shell whose rules apply. */
export type Shell = "bash" | "powershell";

/** Words that need no quotes in bash. A leading tilde or equals sign would have a meaning. */
const PLAIN_BASH = /^[A-Za-z0-9_.,/:@%+-][A-Za-z0-9_.,/:@%+=-]*$/;

/** Words that need no quotes in PowerShell, where a comma makes a list and @ a splat. */
const PLAIN_POWERSHELL = /^[A-Za-z0-9_./-][A-Za-z0-9_./:-]*$/;

/** All characters that PowerShell reads as a single quote (about_Quoting_Rules). */
const SINGLE_QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/**
 * Characters that cannot be passed to `az` on Windows. It is a batch file: `cmd` parses the line again,
 * expands %NAME%, and ends a string at a quotation mark, which older PowerShells do not escape.
 */
const NEVER_POWERSHELL = /["%\r\n\0!]/;

/** Operators of `cmd`, unless PowerShell quotes the word, which it does for a space. */
const OPERATORS = /[&|<>^()]/;

/**
 * One command line.
 * @throws Fault E-SHELL-VALUE if a word has a character that this shell cannot pass on
 */
export function lineOf(command: CommandLine, shell: Shell): string {
  return command.says === undefined
    ? bareLine(command, shell)
    : `# ${oneLine(command.says)}\n${bareLine(command, shell)}`;
}

/** A comment ends with its line, in both shells. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}|\p{Zl}|\p{Zp}/gu, " ");

function bareLine(command: CommandLine, shell: Shell): string {
  const line = joined(command.words, shell);
  if (command.sets !== undefined)
    return shell === "bash" ? `${command.sets}=$(${line})` : `$${command.sets} = ${line}`;
  if (command.into === undefined) return line;
  const into = wordOf(command.into, shell);
  return shell === "bash" ? `${line} > ${into}` : `${line} | Set-Content -Encoding ascii ${into}`;
}

const LONG = 96;

/** Words separated by spaces; in a long line each flag begins a new line. */
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
  // Our variable names are safe; an empty value must remain a separate word.
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
  // PowerShell quotes words with spaces; a trailing backslash would escape the closing quote.
  const isOpen = /[ \t]/.test(text) && text.endsWith("\\");
  if (NEVER_POWERSHELL.test(text) || isSplit || isOpen || text === "")
    throw fault("E-SHELL-VALUE", { shell: "PowerShell" });
  return PLAIN_POWERSHELL.test(text) ? text : `'${text.replace(SINGLE_QUOTES, "$&$&")}'`;
}
