// Brings a refusal to the reader: scrolls it into view and moves the focus to it.
import { useLayoutEffect, useRef, type RefObject } from "react";

/**
 * The element to look at and read out now, and again whenever `what` changes. It needs
 * `tabIndex={-1}`.
 */
export function useAttention<Of extends HTMLElement>(what: string): RefObject<Of | null> {
  const element = useRef<Of | null>(null);
  useLayoutEffect(() => {
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: "nearest" });
  }, [what]);
  return element;
}
