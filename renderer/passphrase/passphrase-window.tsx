// The window as a whole: waits for a turn, then shows who types and what.
import { useEffect, useState } from "react";
import { WORDS } from "../text/passphrase.ts";
import { NewPassphrase } from "./new-passphrase.tsx";
import { OpenPassphrase } from "./open-passphrase.tsx";
import { Pane } from "./pane.tsx";
import { listen, type Turn } from "./turn-port.ts";
import styles from "./pane.module.css";

interface Numbered {
  readonly turn: Turn;
  /** Counts the turns given to this page: each one starts with empty lines. */
  readonly number: number;
}

/** Everything in the passphrase window. */
export function PassphraseWindow() {
  const [current, setCurrent] = useState<Numbered | null>(null);
  useEffect(
    () =>
      listen((turn) => {
        document.title = WORDS.windowTitle(turn.about.seat);
        setCurrent((before) => ({ turn, number: (before?.number ?? 0) + 1 }));
      }),
    [],
  );
  if (current === null) {
    return (
      <main className={styles["empty"]}>
        <h1>{WORDS.waitingTitle}</h1>
        <p>{WORDS.waiting}</p>
      </main>
    );
  }
  const { turn, number } = current;
  return (
    <Pane about={turn.about}>
      {turn.about.purpose === "new" ? (
        <NewPassphrase key={number} turn={turn} />
      ) : (
        <OpenPassphrase key={number} turn={turn} />
      )}
    </Pane>
  );
}
