// A frame around a part of the window, which is explained beside it.
import { useEffect, useState } from "react";
import styles from "./part-frame.module.css";

interface Place {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** @param part the element of the part; null for none */
export function PartFrame({ part }: { readonly part: string | null }) {
  const [frame, setFrame] = useState<Place | null>(null);
  useEffect(() => {
    const measure = () => {
      const there = part === null ? null : document.querySelector(part);
      setFrame(there === null ? null : there.getBoundingClientRect());
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [part]);
  if (frame === null) return null;
  const { top, left, width, height } = frame;
  return (
    <div className={styles["frame"]} aria-hidden="true" style={{ top, left, width, height }} />
  );
}
