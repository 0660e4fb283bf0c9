// A tour of the ceremony window: it frames one part after the other, with a few sentences each.
import { useEffect, useState } from "react";
import { Button } from "../../parts/button.tsx";
import { TOUR_STOPS } from "../../text/crew.ts";
import { say } from "../../text/say.ts";
import { PartFrame } from "./part-frame.tsx";
import styles from "./tour.module.css";

/** The tour over the window, until it is closed. Escape closes it too. */
export function Tour({ onClose }: { readonly onClose: () => void }) {
  const [at, setAt] = useState(0);
  const stop = TOUR_STOPS[at];
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
      <PartFrame part={stop} />
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
