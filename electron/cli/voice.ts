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
  return {
    warn: ({ code, message }) => {
      errors(`${code}: ${message}`);
    },
    tell: out,
    end: ({ text }) => {
      if (text !== "") out(text);
    },
    refuse: ({ code, message, next }) => {
      errors(`${code}: ${message}\n${next}`);
    },
  };
}

/**
 * Everything on stdout, one JSON object a line: `told` for each line of a story, and at the end
 * `result` or `error`, with all warnings. Only prompts for passphrases go to stderr.
 */
export function toPrograms(): Speaker {
  const { out } = streams();
  const warnings: Warning[] = [];
  const say = (value: JsonObject) => {
    out(JSON.stringify(value));
  };
  const heard = () => warnings.map(({ code, message }) => ({ code, message }));
  return {
    warn: (warning) => {
      warnings.push(warning);
    },
    tell: (told) => {
      say({ told });
    },
    end: ({ data }) => {
      say({ result: data, warnings: heard() });
    },
    refuse: ({ code, message, next }) => {
      say({ error: { code, message, next }, warnings: heard() });
    },
  };
}

function streams() {
  const line = (stream: NodeJS.WriteStream) => (text: string) => {
    stream.write(`${text}\n`);
  };
  return { out: line(process.stdout), errors: line(process.stderr) };
}
