// Home at the connected station: what the transfer medium brought, and what to do with it.
import { list, sentence } from "../../electron/text/text.ts";
import type { ArrivalView } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";
import { said, say } from "./say.ts";

/** The button's text when a ceremony has arrived. */
export const takePart = ({ ceremony }: ArrivalView): string =>
  say("arrival.takePart", { ceremony: ceremonyInSentence(ceremony) });

/** Which ceremony has arrived. */
export const arrivedLine = ({ hsm, openedAt, script }: ArrivalView): string =>
  said(
    list(
      [
        sentence("arrival.arrived", { hsm, openedAt }),
        ...(script === "known" ? [] : [sentence(`arrival.scripts.${script}`)]),
      ],
      " ",
    ),
  );
