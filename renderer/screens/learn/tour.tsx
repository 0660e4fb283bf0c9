// A tour of the ceremony window: one part after the other is framed, and told in a few sentences.
import { useEffect, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { TOUR } from "../../text/crew.ts";
import styles from "./tour.module.css";

interface Frame {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The tour over the window, until it is closed. Escape closes it too. */
export function Tour({ onClose }: { readonly onClose: () => void }) {
  const [at, setAt] = useState(0);
  const [frame, setFrame] = useState<Frame | null>(null);
  const stop = TOUR.stops[at];
  const place = stop?.at ?? "main";
  useEffect(() => {
    const measure = () => {
      const part = document.querySelector(place);
      setFrame(part === null ? null : part.getBoundingClientRect());
    };
    measure();
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, [place]);
  useEffect(() => {
    const close = ({ key }: KeyboardEvent) => {
      if (key === "Escape") onClose();
    };
    window.addEventListener("keydown", close);
    return () => window.removeEventListener("keydown", close);
  }, [onClose]);
  if (stop === undefined) return null;
  const isLast = at === TOUR.stops.length - 1;
  return (
    <>
      {frame === null ? null : (
        <div
          className={styles["frame"]}
          aria-hidden="true"
          style={{ top: frame.top, left: frame.left, width: frame.width, height: frame.height }}
        />
      )}
      <section className={styles["tour"]} role="dialog" aria-label={TOUR.open}>
        <div aria-live="polite">
          <p className={styles["count"]}>{TOUR.stopOf(at + 1, TOUR.stops.length)}</p>
          <h2>{stop.title}</h2>
          <p>{stop.text}</p>
        </div>
        <div className={styles["buttons"]}>
          <Button kind="second" small onPress={onClose}>
            {TOUR.end}
          </Button>
          {isLast ? null : (
            <Button kind="main" small autoFocus onPress={() => setAt(at + 1)}>
              {TOUR.next}
            </Button>
          )}
        </div>
      </section>
    </>
  );
}
