// While a ceremony's record is at the other station: what is visible here.
import type { AwayView } from "../../electron/bridge/view.ts";

/** Whether something is wrong with the transfer medium. */
export const isWrong = (medium: AwayView["medium"]): boolean =>
  medium !== "missing" && medium !== "as-it-left";
