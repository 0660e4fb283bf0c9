// How the command line speaks: to people in lines, to programs in JSON.
import process from "node:process";
import type { Fault, JsonObject, Warning } from "../../crypto/index.ts";
import type { Outcome, Voice } from "./outcome.ts";

/** A voice that also says how it ended. */
export interface Speaker extends Voice {
  readonly end: (outcome: Outcome) => void;
  readonly refuse: (fault: Fault) => void;
}

/** Results on stdout; warnings and errors on stderr, an error as its sentence and what to do. */
export function toPeople(): Speaker {
  const { out, errors } = streams();
  const refuse = ({ code, message, next }: Fault): void => errors(`${code}: ${message}\n${next}`);
  return {
    warn: ({ code, message }) => errors(`${code}: ${message}`),
    tell: out,
    end: ({ text, refusal }) => {
      if (text !== "") out(text);
      if (refusal !== undefined) refuse(refusal);
    },
    refuse,
  };
}

/**
 * Everything on stdout, one JSON object a line: `told` for each line of a story, and at the end the
 * result's members, or `error`, with all warnings. Only prompts for passphrases go to stderr.
 */
export function toPrograms(): Speaker {
  const { out } = streams();
  const warnings: Warning[] = [];
  const say = (value: JsonObject) => out(JSON.stringify(value));
  const heard = () => warnings.map(({ code, message }) => ({ code, message }));
  return {
    warn: (warning) => {
      warnings.push(warning);
    },
    tell: (told) => say({ told }),
    end: ({ data, refusal }) => {
      const error = refusal === undefined ? {} : { error: errorOf(refusal) };
      say({ ...data, ...error, warnings: heard() });
    },
    refuse: (fault) => say({ error: errorOf(fault), warnings: heard() }),
  };
}

const errorOf = ({ code, message, next }: Fault) => ({ code, message, next });

function streams() {
  const line = (stream: NodeJS.WriteStream) => (text: string) => {
    stream.write(`${text}\n`);
  };
  return { out: line(process.stdout), errors: line(process.stderr) };
}
