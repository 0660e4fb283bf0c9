// `sd help`: for a tired operator, all commands in the order of need, or one command's page.
import { usage } from "./shared/arguments.ts";
import { textsOf, usageLines, type Command } from "./shared/command.ts";
import type { Outcome } from "./shared/outcome.ts";

const START = "sd - the security domain of an Azure Managed HSM, from the command line\n";

const END = `sd help COMMAND tells more: each flag, an example, and what can go wrong.
With --json every command answers in JSON on stdout, see electron/cli/FORMAT.md.
Exit codes: 0 done, 1 refused, 2 wrong use; 3: not attested, not anchored, not confirmed,
  not as believed, or not all could be read.
Errors begin with their code.
Never put a passphrase on the command line: sd asks for it, or reads it from a file.
`;

/** The content of a command's page. */
export interface Page {
  readonly name: string;
  readonly usage: readonly string[];
  readonly what: readonly string[];
  /** What each flag is for. */
  readonly flags: Readonly<Record<string, string>>;
  /** Names that flags accept, by category. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  readonly example: readonly string[];
  readonly wrong: readonly string[];
}

/** A command's page: all of it is declared with the command. */
export function pageOf(name: string, command: Command): Page {
  const start = ["sd", name, ...(command.words === undefined ? [] : [command.words])].join(" ");
  return {
    name,
    usage: command.usage ?? usageLines(start, command.flags),
    what: command.what,
    flags: textsOf(command.flags),
    names: command.names ?? {},
    example: command.example ?? [],
    wrong: Object.entries(command.wrong ?? {}).map(([code, text]) => `${code.padEnd(16)}  ${text}`),
  };
}

/** @param name of one command; all without it @throws Fault E-USAGE for an unknown command */
export function help(commands: ReadonlyMap<string, Command>, name: string | undefined): Outcome {
  const pages = [...commands]
    .filter(([own]) => name === undefined || own === name)
    .map(([own, command]) => pageOf(own, command));
  if (pages.length === 0) throw usage("There is no help on this: there is no such command.");
  const text = name === undefined ? [START, ...pages.map(brief), END] : pages.map(pageText);
  return { text: text.join("\n").trimEnd(), data: { commands: pages.map(dataOf) } };
}

const indented = (lines: readonly string[], by: string): string =>
  lines.map((line) => `${by}${line}`).join("\n");

const brief = ({ usage: lines, what }: Page): string =>
  `${indented(lines, "  ")}\n${indented(what, "      ")}\n`;

function pageText({ usage: lines, what, flags, names, example, wrong }: Page): string {
  const named = Object.entries(flags).map(([flag, text]) => `${flag}\n      ${text}`);
  return [
    `${indented(lines, "  ")}\n`,
    `${indented(what, "")}\n`,
    ...(named.length === 0 ? [] : [`Flags:\n${indented(named, "  ")}\n`]),
    ...Object.entries(names).map(([kind, list]) => `${kind}:\n${indented(list, "  ")}\n`),
    ...(example.length === 0 ? [] : [`Example:\n${indented(example, "  ")}\n`]),
    ...(wrong.length === 0 ? [] : [`What can go wrong:\n${indented(wrong, "  ")}\n`]),
  ].join("\n");
}

const dataOf = ({ name, usage: lines, what, flags, names, example, wrong }: Page) => ({
  name,
  usage: lines.map((line) => line.trim()).join(" "),
  what: what.join(" "),
  flags,
  names,
  example: example.map((line) => line.trim()),
  wrong,
});
