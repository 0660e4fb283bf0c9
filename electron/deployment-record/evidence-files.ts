// The evidence of a deployment as files: its record, its minutes, its plans, their runbooks and the answers.
import { utf8 } from "../../crypto/index.ts";
import { walkthroughMarkdown } from "../../ceremony-scripts/index.ts";
import { paperBy } from "../../ceremony-scripts/paper-locale.ts";
import { ENGLISH } from "../text/english.ts";
import type { DeploymentView } from "../bridge/deployment-views.ts";
import { filesOf } from "../deployment/deployment.ts";
import type { Journal } from "../journal/journal.ts";
import type { FolderFile, Papers } from "./keeper.ts";
import { dutiesCalendar } from "./duties.ts";
import type { NewEntry } from "./entries.ts";
import { typed } from "./fold.ts";
import { minutesOf } from "./minutes.ts";
import type { NamedPlan } from "./named-plan.ts";
import { kept, pathOf, type Sort } from "./store.ts";

const RECORD_PATH = "record.jsonl";

/** A file that a record names by its SHA-256. */
interface NamedFile {
  readonly sort: Sort;
  readonly sha256: string;
}

/** Every file that entries name, each once. */
export function namedFiles(entries: readonly NewEntry[]): readonly NamedFile[] {
  const named = entries.flatMap(({ type, data }): readonly NamedFile[] => {
    if (type === "plan-adopted")
      return [
        { sort: "plans", sha256: data.sha256 },
        ...(data.runbooks === undefined
          ? []
          : [{ sort: "runbooks" as const, sha256: data.runbooks }]),
      ];
    if (type !== "proof-judged") return [];
    return data.answers.map((sha256) => ({ sort: "answers", sha256 }));
  });
  return [...new Map(named.map((one) => [pathOf(one.sort, one.sha256), one])).values()];
}

/** The files that can be saved. @throws Fault E-DEPLOY-FILE */
export function papersOf(
  { read }: NamedPlan,
  journal: Pick<Journal, "entries" | "bytes" | "head">,
  folder: string,
  view: DeploymentView,
  now: string,
): Papers {
  const paper = paperBy(ENGLISH, minutesOf(view));
  const minutes = walkthroughMarkdown(paper);
  const named = namedFiles(typed(journal.entries)).map(({ sort, sha256 }): FolderFile => ({
    path: pathOf(sort, sha256),
    bytes: kept(folder, sort, sha256),
  }));
  return {
    name: read.plan.plan,
    head: journal.head,
    mode: view.mode,
    paper,
    minutes,
    calendar: dutiesCalendar(view.duties, read.plan.hsm.name, view.mode, now),
    evidence: [
      { path: RECORD_PATH, bytes: journal.bytes() },
      ...named,
      { path: "minutes.md", bytes: utf8(minutes) },
    ],
    files: filesOf(read.plan).map(({ name, text }) => ({ path: name, bytes: utf8(text) })),
  };
}
