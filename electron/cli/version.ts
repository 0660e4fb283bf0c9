// `sd version`: which build this is.
import type { Outcome } from "./outcome.ts";

export function version(): Outcome {
  const { version: number, commit } = __BUILD__;
  return { text: `sd ${number} (${commit})`, data: { version: number, commit } };
}
