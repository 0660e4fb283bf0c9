// Words of someone else on a terminal: on marked lines of their own, so that they cannot pass for
// a sentence of ours.
import type { Said } from "../../../crypto/index.ts";
import { shown } from "./shown.ts";

const BY: Readonly<Record<Said["by"], string>> = {
  server: "What the server answered, word for word:",
  certificate: "Who issued the certificate that the server showed, word for word:",
};

/** Short enough that no terminal wraps a line, whose second half would be unmarked. */
const WIDTH = 60;

/** Empty if nothing was said. */
export function saidLines(said: Said | null): readonly string[] {
  if (said === null || said.words === "") return [];
  const words = shown(said.words);
  const lines = Array.from({ length: Math.ceil(words.length / WIDTH) }, (_, i) =>
    words.slice(i * WIDTH, (i + 1) * WIDTH),
  );
  return [`  ${BY[said.by]}`, ...lines.map((line) => `  > ${line}`)];
}
