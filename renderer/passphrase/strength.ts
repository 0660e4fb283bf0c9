// Brings the big half in when the page stands, and measures when the typing rests.
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import type { Proposal } from "./dictionaries.ts";
import type { Strength } from "./readiness.ts";

/** Milliseconds without a key before a measurement, which takes some 20 of them. */
const REST = 160;
const UNTYPED: Strength = { bits: "none", current: true };
const UNKNOWN: Strength = { bits: "unknown", current: true };

const load = () => import("./dictionaries.ts");

/** Draws words for a passphrase. Rejects when the lists cannot be had. */
export async function proposeWords(): Promise<Proposal> {
  const { propose } = await load();
  return propose((numbers) => crypto.getRandomValues(numbers));
}

/** The strength of what stands in a line now, and what to call after each change of it. */
export function useStrength(line: RefObject<HTMLInputElement | null>): {
  readonly strength: Strength;
  readonly changed: () => void;
} {
  const [strength, setStrength] = useState<Strength>(UNTYPED);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => {
    // Only a page that has been painted may take the time to parse the lists.
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
          // Read here and not before: a waiting closure must not hold what is typed.
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
