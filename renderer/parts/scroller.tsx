// A part of the window that scrolls by itself, by keyboard too.
import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import styles from "./scroller.module.css";

interface ScrollerProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
  readonly scroller?: RefObject<HTMLDivElement | null>;
}

/** Scrolls when it must; only then the keyboard reaches it. */
export function Scroller({ label, className, children, scroller }: ScrollerProps) {
  const own = useRef<HTMLDivElement | null>(null);
  const element = scroller ?? own;
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = () => setScrolls(current.scrollHeight > current.clientHeight + 1);
    const watch = new ResizeObserver(measure);
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
