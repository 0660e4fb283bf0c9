// Which test files are started first: those that took longest in the last run here. Before there
// was one, vitest starts large files first.
import { fileURLToPath } from "node:url";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { readTimes } from "./times.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return byTime(await super.sort(files), readTimes(ROOT));
  }
}

/** The longest first; the others as they came. @param times seconds by path */
export function byTime<File extends Pick<TestSpecification, "moduleId">>(
  files: readonly File[],
  times: Readonly<Record<string, number>>,
): File[] {
  const seconds = ({ moduleId }: File): number => times[moduleId.slice(ROOT.length)] ?? 0;
  return files.toSorted((a, b) => seconds(b) - seconds(a));
}
