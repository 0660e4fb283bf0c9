// The texts shown while a separate process reads untrusted data.
import { sentence } from "../../electron/text/text.ts";
import type { CheckingView } from "../../electron/bridge/checking-view.ts";
import { say } from "./say.ts";
import { lasted } from "./times.ts";

/** What is checked, its progress, and for how long. @param seconds since it began */
export function checkingLine({ what, done, of }: CheckingView, seconds: number): string {
  const around = { what: sentence(`checking.what.${what}`), lasted: lasted(seconds) };
  return of === 0
    ? say("checking.line", around)
    : say("checking.shared", { ...around, share: Math.floor((100 * done) / of) });
}
