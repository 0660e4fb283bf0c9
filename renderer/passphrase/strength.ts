// Loads the strength meter once the page is painted, and measures when typing pauses.
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { Proposal } from "./dictionaries.ts";
import type { Strength } from "./readiness.ts";

/** The pause in milliseconds before a measurement, which takes about 20. */
const REST = 160;
const UNTYPED: Strength = { bits: "none", current: true };
const UNKNOWN: Strength = { bits: "unknown", current: true };

const load = () => import("./dictionaries.ts");

/** Picks random words for a passphrase. Rejects if the lists cannot be loaded. */
export async function proposeWords(): Promise<Proposal> {
  const { propose } = await load();
  return propose((numbers) => crypto.getRandomValues(numbers));
}

/** The strength of a line's current text, and the function to call after each change. */
export function useStrength(line: RefObject<HTMLInputElement | null>): {
  readonly strength: Strength;
  readonly changed: () => void;
} {
  const [strength, setStrength] = useState<Strength>(UNTYPED);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => {
    // Parsing the lists takes time: only after the page was painted.
    const frame = requestAnimationFrame(() => setTimeout(() => void load().catch(() => null), 0));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer.current);
    };
  }, []);
  const changed = useCallback(() => {
    clearTimeout(timer.current);
    const empty = (line.current?.value ?? "") === "";
    setStrength((before) => (empty ? UNTYPED : { ...before, current: false }));
    if (empty) return;
    const mine = window.setTimeout(() => {
      const still = (): boolean => timer.current === mine;
      load().then(
        ({ bitsOf }) => {
          // Read only now: a waiting closure must not keep the typed text.
          if (still()) setStrength({ bits: bitsOf(line.current?.value ?? ""), current: true });
        },
        () => {
          if (still()) setStrength(UNKNOWN);
        },
      );
    }, REST);
    timer.current = mine;
  }, [line]);
  return { strength, changed };
}
