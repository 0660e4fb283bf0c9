// Where the focus moves when its element disappears.
import { useEffect, useRef, type FocusEvent, type RefObject } from "react";

interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * For an element whose focused child may disappear: it then takes the focus itself, and Tab
 * continues from there. It must be focusable (`tabIndex={-1}`).
 */
export function useKeptFocus(): KeptFocus {
  const ref = useRef<HTMLElement | null>(null);
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) ref.current?.focus();
  });
  return {
    ref,
    onFocus: ({ target }) => {
      last.current = target;
    },
  };
}
