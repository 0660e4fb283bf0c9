// For tests: a runbook's paper as `sd runbook show` prints it.
import { walkthroughMarkdown } from "../../../ceremony-scripts/index.ts";
import { paperIn } from "../../../ceremony-scripts/paper-language.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import { runbookPaper, type Printed } from "./runbook-paper.ts";

export const runbookMarkdown = (name: RunbookName, printed: Printed): string =>
  walkthroughMarkdown(paperIn("en", runbookPaper(name, printed)));
