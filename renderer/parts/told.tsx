// What came of a press, beside the button that was pressed: read out, and in sight.
import { useLayoutEffect, useRef, useState } from "react";
import type { BridgeFault } from "../../electron/bridge/contract.ts";
import { besides } from "../stores/action.ts";
import { said as saidOf } from "../text/say.ts";
import { Icon } from "./icon.tsx";
import { Quoted } from "./quoted.tsx";
import styles from "./told.module.css";

/** A sentence of what was done, or the refusal. */
export interface Outcome {
  readonly said: string;
  readonly fault: BridgeFault | null;
}

/**
 * The outcome of the last press, and a function that asks for the next one: the work returns what
 * is said then, or "" if nothing came of it. Its refusals are this outcome, and not the screen's.
 */
export function useOutcome() {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const run = (work: () => Promise<string>): void => {
    setOutcome(null);
    const take = (fault: BridgeFault): boolean => {
      setOutcome({ said: "", fault });
      return true;
    };
    void besides(take, work).then((said) => {
      if (said !== "") setOutcome({ said, fault: null });
    });
  };
  return { outcome, run, forget: () => setOutcome(null) };
}

/** Its place; empty before the first press. */
export function Told({ outcome }: { readonly outcome: Outcome | null }) {
  const place = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    if (outcome !== null) place.current?.scrollIntoView({ block: "nearest" });
  }, [outcome]);
  const { fault = null, said = "" } = outcome ?? {};
  return (
    <div className={styles["told"]} role="status" ref={place} data-refused={fault !== null}>
      {outcome === null ? null : (
        <>
          <Icon name={fault === null ? "check" : "octagon"} />
          <div>
            {fault === null ? (
              <p>{said}</p>
            ) : (
              <>
                <p className={styles["refused"]}>
                  {saidOf(fault.message)} <code>{fault.code}</code>
                </p>
                <p>{saidOf(fault.next)}</p>
                <Quoted said={fault.said} />
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}
