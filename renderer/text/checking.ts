// What is said while a process of its own reads what others wrote.
import type { CheckingView } from "../../electron/bridge/checking-view.ts";
import { lasted } from "../parts/ruler-scale.ts";

const WHAT: Readonly<Record<CheckingView["what"], string>> = {
  audit: "Checking the record",
  compare: "Comparing the record",
  papers: "Making the papers",
  reconcile: "Reading Azure\u2019s log",
  bring: "Checking the record",
  part: "Checking the officer\u2019s part",
  search: "Searching the medium for keys",
  photographs: "Reading the photographs",
};

export const CHECKING = { title: "Check in progress", cancel: "Cancel" } as const;

/** What is checked, how much of it is done, and for how long. @param seconds since it began */
export function checkingLine({ what, done, of }: CheckingView, seconds: number): string {
  const share = of === 0 ? "" : `: ${String(Math.floor((100 * done) / of))} %`;
  return `${WHAT[what]}${share}, for ${lasted(seconds)}`;
}
