// Only single keys enter this window: no clipboard, no dragging, no menu.
import { useEffect } from "react";
import type { Refusal } from "./refused.ts";

/** Events that are stopped, with the reason to show; null is silent. */
const STOPPED: Readonly<Record<string, Refusal | null>> = {
  copy: "copy",
  cut: "copy",
  paste: "paste",
  drop: "drop",
  dragstart: null,
  dragover: null,
  contextmenu: null,
  auxclick: null,
};

/** Stops them all on this page while the caller is mounted. */
export function useRefusals(refused: (why: Refusal) => void): void {
  useEffect(() => {
    const stop = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      const why = STOPPED[event.type] ?? null;
      if (why !== null) refused(why);
    };
    const kinds = Object.keys(STOPPED);
    for (const kind of kinds) document.addEventListener(kind, stop, true);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, stop, true);
    };
  }, [refused]);
}
