// A damaged record: what it means, and what can be done.
import { capital, sentence } from "../../electron/text/text.ts";
import type { DamagedView } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";
import { say } from "./say.ts";

/** Which it is, and where. */
export const damagedLine = ({ name, folder, code }: DamagedView): string =>
  say("damaged.which", {
    ceremony: name === null ? sentence("damaged.unknown") : capital(ceremonyInSentence(name)),
    code,
    folder,
  });
