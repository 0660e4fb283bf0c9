// `sd version`: which build this is, and the verifier that goes with it.
import type { Outcome } from "./outcome.ts";

export function version(): Outcome {
  const { version: number, commit, verifier } = __BUILD__;
  const text = [`sd ${number} (${commit})`, `verifier.html has the SHA-256 ${verifier}`];
  return { text: text.join("\n"), data: { version: number, commit, verifier } };
}
