// The methods of the checker's process over the records of one folder.
import { plannedIn } from "../../ceremony-scripts/index.ts";
import { utf8Text } from "../../crypto/index.ts";
import { fold } from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { searchMedium } from "../media/media.ts";
import { rely } from "../meaning/reliance.ts";
import { readPhotographs } from "../session/photographs.ts";
import { Audits, chosen } from "./audits.ts";
import { bringRecord } from "./bring-record.ts";
import type { CheckerMethods, Checking, Progress } from "./checker.ts";
import { takeEvidence } from "./evidence.ts";
import { fault } from "./faults.ts";
import { scriptsUnder } from "./ceremony-store.ts";
import { Papers } from "./papers.ts";
import { reconciled } from "./reconciled.ts";

/** How often progress is reported, in milliseconds. */
const TOLD_MS = 200;

export function checkerMethods({
  root,
  told,
  clock,
}: Checking & { readonly clock: () => Date }): CheckerMethods {
  const tell = seldom(told);
  const own = scriptsUnder(root);
  const audits = new Audits({ root, clock, told: tell });
  const papers = new Papers(audits, own);
  return {
    recall: async ({ known, shown }) => audits.recall(known, shown),
    timeline: async () => audits.timeline(),
    audit: async ({ of, path }) => audits.audit(of, path),
    compare: async (anchors) => audits.compare(anchors),
    beside: async (paths) => audits.beside(paths),
    pages: async ({ language }) => papers.pages(language),
    papers: async ({ record }) => papers.names(record),
    paper: async ({ record, name, language }) => papers.paper(record, name, language),
    evidence: async ({ record, folder, stamps }) => {
      const chooseFolder = async (): Promise<string> => folder;
      return takeEvidence({ record: papers.shown(record), stamps }, { chooseFolder }, root);
    },
    reconcile: async ({ paths, ...vouching }) => reconciled(paths, vouching, root, tell),
    bring: async ({ path, head }) => {
      const { record, bundle } = chosen(path);
      bringRecord(root, record, head, bundle);
      return null;
    },
    sound: async (path) => {
      const { record } = chosen(path);
      fold(rely(verifyRecord(record), { own }).verdict.entries);
      return record;
    },
    search: async ({ medium, hints }) => searchMedium(medium, hints, tell),
    planned: async (plan) => {
      const refuse = () => fault("E-DESK-PLAN");
      const text = utf8Text(plan);
      if (text === null) throw refuse();
      return plannedIn(text, refuse);
    },
    photographs: async (folder) => readPhotographs(folder),
  };
}

/** Reports the beginning, and from then on only now and then. */
function seldom(told: (told: Progress) => void): (done: number, of: number) => void {
  let last = -Infinity;
  return (done, of) => {
    const now = performance.now();
    if (done > 0 && now - last < TOLD_MS) return;
    last = now;
    told({ done, of });
  };
}
