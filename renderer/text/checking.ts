// What is said while a process of its own reads what others wrote.
import { sentence } from "../../electron/text/text.ts";
import type { CheckingView } from "../../electron/bridge/checking-view.ts";
import { lasted } from "../parts/ruler-scale.ts";
import { say } from "./say.ts";

/** What is checked, how much of it is done, and for how long. @param seconds since it began */
export function checkingLine({ what, done, of }: CheckingView, seconds: number): string {
  const around = { what: sentence(`checking.what.${what}`), lasted: lasted(seconds) };
  return of === 0
    ? say("checking.line", around)
    : say("checking.shared", { ...around, share: Math.floor((100 * done) / of) });
}
