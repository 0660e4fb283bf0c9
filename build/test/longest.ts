// Which test files are started first: the long ones, or a worker plays one alone at the end while
// the others have nothing to do. Vitest starts large files first, and the longest are short texts.
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Test files that take about a minute or more, the longest first. */
export const LONGEST: readonly string[] = [
  "e2e/window/by-mouse.test.ts",
  "e2e/window/production.test.ts",
  "e2e/window/renewal.test.ts",
  "e2e/window/site-recovery.test.ts",
  "e2e/window/attestation.test.ts",
  "e2e/window/sign-ins.test.ts",
  "e2e/window/by-keyboard.test.ts",
  "build/lint.test.ts",
  "build/types.test.ts",
  "electron/cli/rehearse-trials.test.ts",
  "electron/rehearse/kill.test.ts",
  "e2e/boringssl.test.ts",
  "electron/rehearse/kill-renewal.test.ts",
  "electron/rehearse/judges.test.ts",
];

/** Those of the list first and in its order, then the others as vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONGEST.findIndex((path) => moduleId.endsWith(`/${path}`));
      return at === -1 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
