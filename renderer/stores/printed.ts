// Printing a script from this screen: the request and its result.
import { useState } from "react";
import type { CeremonyName, PrintedView } from "../../electron/bridge/view.ts";
import { answer } from "./action.ts";

interface Printed {
  /** The last result of printing or saving, or null. */
  readonly printed: PrintedView | null;
  readonly print: (ceremony: CeremonyName) => void;
}

/** Asks main to print a script, or to save it where a person chooses. */
export function usePrinted(): Printed {
  const [printed, setPrinted] = useState<PrintedView | null>(null);
  const print = (ceremony: CeremonyName): void => {
    setPrinted(null);
    void answer("print", { ceremony }).then(setPrinted);
  };
  return { printed, print };
}
