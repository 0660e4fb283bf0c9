// While a ceremony's record is at the other station: what is seen here.
import type { AwayView } from "../../electron/bridge/view.ts";

/** Whether something about the transfer medium is not as it should be. */
export const isWrong = (medium: AwayView["medium"]): boolean =>
  medium !== "missing" && medium !== "as-it-left";
