// `sd help`: for a tired operator, all commands in the order of need, or one command's page.
import { usage, type Given } from "./arguments.ts";
import { PAGES, type Page } from "./help-pages.ts";
import type { Outcome } from "./outcome.ts";

const START = `sd - the security domain of an Azure Managed HSM, from the command line
`;

const END = `sd help COMMAND tells more: each flag, an example, and what can go wrong.
With --json every command answers in JSON on stdout, see electron/cli/FORMAT.md.
Exit codes: 0 done, 1 refused, 2 wrong use; 3: not attested. Errors begin with their code.
No passphrase belongs on the command line: it is asked for, or comes from a file.
`;

/** @throws Fault E-USAGE when there is no such command */
export function help({ words: [name] }: Given): Outcome {
  const pages = name === undefined ? [...PAGES] : [...PAGES].filter(([own]) => own === name);
  if (pages.length === 0) throw usage("There is no help on this, for there is no such command.");
  const text = name === undefined
    ? [START, ...pages.map(([, page]) => brief(page)), END].join("\n")
    : pages.map(([, page]) => whole(page)).join("\n");
  const commands = pages.map(([own, page]) => dataOf(own, page));
  return { text: text.trimEnd(), data: { commands } };
}

const indented = (lines: readonly string[], by: string): string =>
  lines.map((line) => `${by}${line}`).join("\n");

const brief = ({ usage: lines, what }: Page): string =>
  `${indented(lines, "  ")}\n${indented(what, "      ")}\n`;

function whole({ usage: lines, what, flags, example, wrong }: Page): string {
  const named = Object.entries(flags).map(([flag, text]) => `${flag}\n      ${text}`);
  return [
    `${indented(lines, "  ")}\n`,
    `${indented(what, "")}\n`,
    ...(named.length === 0 ? [] : [`Flags:\n${indented(named, "  ")}\n`]),
    ...(example.length === 0 ? [] : [`Example:\n${indented(example, "  ")}\n`]),
    ...(wrong.length === 0 ? [] : [`What can go wrong:\n${indented(wrong, "  ")}\n`]),
  ].join("\n");
}

const dataOf = (name: string, { usage: lines, what, flags, example, wrong }: Page) => ({
  name, usage: lines.map((line) => line.trim()).join(" "), what: what.join(" "), flags,
  example: example.map((line) => line.trim()), wrong,
});
