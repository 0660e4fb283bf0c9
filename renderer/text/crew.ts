// The simulated crew, and the first minutes with the app.
import { sentence } from "../../electron/text/text.ts";
import type { CrewView } from "../../electron/bridge/crew-view.ts";
import { roleInText } from "./frame.ts";
import { say } from "./say.ts";

/** What a member of the crew does: "Ines Okafor, officer 1, takes the seat." */
export const doingLine = (name: string, { by, what }: NonNullable<CrewView["doing"]>): string =>
  say("crew.doing", { name, role: roleInText(by), deed: sentence(`crew.deeds.${what}`) });

/** The parts of the ceremony window, by their landmarks, in the order shown. */
export const TOUR_STOPS = ["header", "nav", "main", "aside", "footer"] as const;
