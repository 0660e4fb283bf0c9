// The HSM of a site file, and signing in to it.
import { sentence, type Sentence } from "../../electron/text/text.ts";
import type { WindowView, SiteView } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";

/** At Home: how the chosen HSM is reached, and how to choose another. */
export function siteLine({ host, way, cloud }: SiteView, mode: WindowView["mode"]): Sentence {
  if (mode === "REHEARSAL" && cloud !== "own") return sentence("sign-in.site.microsofts");
  const around = { host, way: sentence(`sign-in.ways.${way}.short`) };
  return mode === "PRODUCTION"
    ? sentence("sign-in.site.remove", around)
    : sentence("sign-in.site.builtIn", around);
}

/** Where the HSM is, and how people will sign in. */
export const willAskLine = ({ name, host, way }: SiteView): string =>
  say("sign-in.signIn.willAsk", { name, host, way: sentence(`sign-in.ways.${way}.short`) });
