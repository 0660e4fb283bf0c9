// The output of the command line: lines for people, JSON for programs.
import type { Fault, JsonObject, Warning } from "../../crypto/index.ts";
import { JSON_FLAG } from "./shared/arguments.ts";
import { saidLines } from "./shared/said.ts";
import { shown } from "./shared/shown.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";

/** A voice that also reports the end. */
export interface Speaker extends Voice {
  readonly end: (outcome: Outcome) => void;
  readonly refuse: (fault: Fault) => void;
}

export interface Streams {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The stream itself, or for a terminal whose locale is not UTF-8 one that is sent ASCII alone: such a terminal
 * may obey bytes of a letter as commands (ECMA-48, 8-bit controls). `LC_ALL`, `LC_CTYPE` and `LANG` count in
 * this order (POSIX.1-2024, 8.2); Windows and macOS show UTF-8 whatever they say.
 */
export function inItsLetters(
  stream: Streams["stdout"] & { readonly isTTY?: boolean },
  environment: Environment,
  platform: string,
): Streams["stdout"] {
  const locale = ["LC_ALL", "LC_CTYPE", "LANG"].map((name) => environment[name]).find(Boolean);
  const isWide = ["win32", "darwin"].includes(platform) || /utf-?8/i.test(locale ?? "");
  if (stream.isTTY !== true || isWide) return stream;
  return { write: (text) => stream.write(inAscii(text)) };
}

/** Each letter beyond ASCII as JSON escapes it. */
const inAscii = (text: string): string => text.replaceAll(/[^\0-\x7f]/g, escapedUnit);

const escapedUnit = (unit: string): string =>
  `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** For programs if these words ask for it: a value never begins with two dashes. */
export const speakerFor = (words: readonly string[], streams: Streams): Speaker =>
  words.includes(JSON_FLAG) ? toPrograms(streams) : toPeople(streams);

/** Results on stdout; warnings and errors on stderr, an error as its sentence and what to do. */
function toPeople({ stdout, stderr }: Streams): Speaker {
  const [out, errors] = [line(stdout), line(stderr)];
  const refuse = ({ code, message, next, said }: Fault): void =>
    errors([`${code}: ${message}`, next, ...saidLines(said)].join("\n"));
  return {
    warn: ({ code, message }) => errors(`${code}: ${message}`),
    tell: out,
    progress: errors,
    end: ({ text, refusal }) => {
      if (text !== "") out(text);
      if (refusal !== undefined) refuse(refusal);
    },
    refuse,
  };
}

/**
 * Everything on stdout, one JSON object per line: `told` for each line of a long output, and at the end
 * the result's members, or `error`, with all warnings. It is ASCII, which every shell hands on unchanged
 * (PowerShell reads a program's output by the code page of the system). Only prompts for passphrases go to stderr.
 */
function toPrograms({ stdout }: Streams): Speaker {
  const out = line(stdout);
  const warnings: Warning[] = [];
  const say = (value: JsonObject) => out(inAscii(JSON.stringify(value)));
  const heard = () => warnings.map(({ code, message }) => ({ code, message }));
  return {
    warn: (warning) => {
      warnings.push(warning);
    },
    tell: (told) => say({ told }),
    progress: () => undefined,
    end: ({ data, refusal }) => {
      const error = refusal === undefined ? {} : { error: errorOf(refusal) };
      say({ ...data, ...error, warnings: heard() });
    },
    refuse: (fault) => say({ error: errorOf(fault), warnings: heard() }),
  };
}

const errorOf = ({ code, message, next, said }: Fault) => ({
  code,
  message,
  next,
  ...(said === null ? {} : { said: { by: said.by, words: shown(said.words) } }),
});

const line = (stream: Streams["stdout"]) => (text: string) => {
  stream.write(`${text}\n`);
};
