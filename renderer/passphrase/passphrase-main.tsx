// Entry of the passphrase window: one page for one officer's turn.
import { createRoot } from "react-dom/client";
import "../design/sheet.module.css";
import { useEffect, useState } from "react";
import { NewPassphrase } from "./new-passphrase.tsx";
import { OpenPassphrase } from "./open-passphrase.tsx";
import { Pane } from "./pane.tsx";
import { listen, type Turn } from "./turn-port.ts";
import styles from "./pane.module.css";
import { say } from "../text/say.ts";

const place = document.getElementById("window");
if (place !== null) createRoot(place).render(<PassphraseWindow />);

interface Numbered {
  readonly turn: Turn;
  /** Counts the turns given to this page: each one starts with empty lines. */
  readonly number: number;
}

/** Everything in the passphrase window. */
function PassphraseWindow() {
  const [current, setCurrent] = useState<Numbered | null>(null);
  useEffect(
    () =>
      listen((turn) => {
        document.title = say("passphrase.words.windowTitle", { seat: turn.about.seat });
        setCurrent((before) => ({ turn, number: (before?.number ?? 0) + 1 }));
      }),
    [],
  );
  if (current === null) {
    return (
      <main className={styles["empty"]}>
        <h1>{say("passphrase.words.waitingTitle")}</h1>
        <p>{say("passphrase.words.waiting")}</p>
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
