// Where the focus goes when what had it is gone.
import { useEffect, useRef, type FocusEvent, type RefObject } from "react";

interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * For an element around what may go while it has the focus: then it has the focus itself, and Tab goes
 * on from there. It must take the focus (`tabIndex={-1}`).
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
