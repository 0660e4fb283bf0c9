// A part of the window that scrolls by itself, also by keyboard.
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { flushSync } from "react-dom";
import styles from "./scroller.module.css";

interface ScrollerProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
  readonly scroller?: RefObject<HTMLDivElement | null>;
}

/**
 * Scrolls the part around an element until all of it is visible, with a little of what follows. The
 * page itself does not scroll: at 200 % it is one long column.
 */
export function bringIntoSight(element: HTMLElement | null): void {
  const around = element?.closest<HTMLElement>(`.${styles["scroller"] ?? ""}`);
  if (element === null || around == null) return;
  const [inner, outer] = [element.getBoundingClientRect(), around.getBoundingClientRect()];
  if (inner.bottom > outer.bottom) around.scrollBy(0, inner.bottom - outer.bottom + AFTER);
  else if (inner.top < outer.top) around.scrollBy(0, inner.top - outer.top - AFTER);
}
const AFTER = 48;

/** Focusable by keyboard only when it scrolls. */
export function Scroller({ label, className, children, scroller }: ScrollerProps) {
  const own = useRef<HTMLDivElement | null>(null);
  const element = scroller ?? own;
  const [scrolls, setScrolls] = useState(false);
  // Before the frame is painted, so that a visible scrollbar always works.
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = () => setScrolls(current.scrollHeight > current.clientHeight + 1);
    measure();
    const watch = new ResizeObserver(() => flushSync(measure));
    watch.observe(current);
    for (const child of current.children) watch.observe(child);
    return () => watch.disconnect();
  });
  const reachable = scrolls ? ({ tabIndex: 0, role: "group", "aria-label": label } as const) : {};
  const classes = `${styles["scroller"]} ${className ?? ""}`;
  return (
    <div ref={element} className={classes} {...reachable}>
      {children}
    </div>
  );
}
