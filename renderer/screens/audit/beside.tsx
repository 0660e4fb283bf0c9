// The records that a record names: people choose them, as files or in folders.
import { Button } from "../../parts/button.tsx";
import { say } from "../../text/say.ts";
import styles from "./beside.module.css";

interface BesideProps {
  readonly onChoose: (from: "files" | "folders") => void;
  readonly isBusy: boolean;
}

export function Beside({ onChoose, isBusy }: BesideProps) {
  return (
    <>
      <h3>{say("audit.besideTitle")}</h3>
      <p className={styles["hint"]}>{say("audit.besideHint")}</p>
      <div className={styles["ways"]}>
        {(["folders", "files"] as const).map((from) => (
          <Button key={from} kind="second" small isBusy={isBusy} onPress={() => onChoose(from)}>
            {say(`audit.beside.${from}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
