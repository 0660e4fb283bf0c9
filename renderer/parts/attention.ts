// A refusal comes to the eye: it scrolls into view and takes the focus.
import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * The element that is looked at and read out now, and again whenever `what` is another text. It
 * needs `tabIndex={-1}`.
 */
export function useAttention<Of extends HTMLElement>(what: string): RefObject<Of | null> {
  const element = useRef<Of | null>(null);
  useLayoutEffect(() => {
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: "nearest" });
  }, [what]);
  return element;
}
