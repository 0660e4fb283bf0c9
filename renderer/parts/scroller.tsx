// A part of the window that scrolls by itself, by keyboard too.
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
 * Scrolls the part around an element so far that all of it is in sight, with a little of what comes
 * after it. The page itself stays where it is: at 200 % it is one long column.
 */
export function bringIntoSight(element: HTMLElement | null): void {
  const around = element?.closest<HTMLElement>(`.${styles["scroller"] ?? ""}`);
  if (element === null || around == null) return;
  const [inner, outer] = [element.getBoundingClientRect(), around.getBoundingClientRect()];
  if (inner.bottom > outer.bottom) around.scrollBy(0, inner.bottom - outer.bottom + AFTER);
  else if (inner.top < outer.top) around.scrollBy(0, inner.top - outer.top - AFTER);
}
const AFTER = 48;

/** Scrolls when it must; only then the keyboard reaches it. */
export function Scroller({ label, className, children, scroller }: ScrollerProps) {
  const own = useRef<HTMLDivElement | null>(null);
  const element = scroller ?? own;
  const [scrolls, setScrolls] = useState(false);
  // Before the frame is painted: who sees that a part scrolls can scroll it.
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
