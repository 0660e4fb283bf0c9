// A script that is printed from this screen: the way to ask for it, and what came of it.
import { useState } from "react";
import type { CeremonyName } from "../../electron/bridge/view.ts";
import { answer } from "./action.ts";

interface Printed {
  /** How many pages were written last, or null. */
  readonly pages: number | null;
  readonly print: (ceremony: CeremonyName) => void;
}

/** Asks main to write a script where a person chooses. */
export function usePrinted(): Printed {
  const [pages, setPages] = useState<number | null>(null);
  const print = (ceremony: CeremonyName): void => {
    setPages(null);
    void answer("print", { ceremony }).then((printed) => setPages(printed?.pages ?? null));
  };
  return { pages, print };
}
