// A tour of the ceremony window: it frames one part after the other, with a few sentences each.
import { useEffect, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { TOUR_STOPS } from "../../text/crew.ts";
import { say } from "../../text/say.ts";
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
  const stop = TOUR_STOPS[at];
  const place = stop ?? "main";
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
  const isLast = at === TOUR_STOPS.length - 1;
  return (
    <>
      {frame === null ? null : (
        <div
          className={styles["frame"]}
          aria-hidden="true"
          style={{ top: frame.top, left: frame.left, width: frame.width, height: frame.height }}
        />
      )}
      <section className={styles["tour"]} role="dialog" aria-label={say("crew.tour.open")}>
        <div aria-live="polite">
          <p className={styles["count"]}>
            {say("crew.tour.stopOf", { at: at + 1, of: TOUR_STOPS.length })}
          </p>
          <h2>{say(`crew.tour.stops.${stop}.title`)}</h2>
          <p>{say(`crew.tour.stops.${stop}.text`)}</p>
        </div>
        <div className={styles["buttons"]}>
          <Button kind="second" small onPress={onClose}>
            {say("crew.tour.end")}
          </Button>
          {isLast ? null : (
            <Button kind="main" small autoFocus onPress={() => setAt(at + 1)}>
              {say("crew.tour.next")}
            </Button>
          )}
        </div>
      </section>
    </>
  );
}
