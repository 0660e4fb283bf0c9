// Keys that are typed into this window while the small one is awaited, or is in front but not asked.
import { useEffect, useState } from "react";

/** Drops typed keys, and tells only that there were any: which ones they were is kept nowhere. */
export function useLostKeys(): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const drop = (event: KeyboardEvent): void => {
      const { key, ctrlKey, altKey, metaKey, repeat, target } = event;
      // A key that is still held repeats: it pressed the button before this screen.
      const isTyped = key.length === 1 && !ctrlKey && !altKey && !metaKey && !repeat;
      if (!isTyped || (target instanceof Element && target.closest("button") !== null)) return;
      event.preventDefault();
      event.stopPropagation();
      setLost(true);
    };
    window.addEventListener("keydown", drop, true);
    return () => window.removeEventListener("keydown", drop, true);
  }, []);
  return isLost;
}
