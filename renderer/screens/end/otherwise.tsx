// What went otherwise: counted, and each count opens to the entries of the record that it counts.
import { Folded } from "../../parts/folded.tsx";
import { titleIn, type Ceremony } from "../../stores/timetable.ts";
import { ledgerSentence } from "../../text/ledger.ts";
import { say } from "../../text/say.ts";
import { clockTime } from "../../text/times.ts";
import styles from "./otherwise.module.css";

export function Otherwise({ ceremony }: { readonly ceremony: Ceremony }) {
  const { ledger, otherwise } = ceremony;
  return (
    <>
      <h2>{say("home.otherwise.title")}</h2>
      {otherwise.length === 0 ? <p>{say("home.otherwise.nothing")}</p> : null}
      {otherwise.map(({ as, entries }) => (
        <Folded key={as} title={say(`home.otherwise.${as}`, { count: entries.length })}>
          <ol className={styles["entries"]}>
            {ledger
              .filter(({ seq }) => entries.includes(seq))
              .map((line) => (
                <li key={line.seq}>
                  <span className={styles["entry"]}>
                    {say("home.otherwise.entry", { seq: line.seq, time: clockTime(line.at) })}
                  </span>
                  {ledgerSentence(line, (id) => titleIn(ceremony, id))}
                </li>
              ))}
          </ol>
        </Folded>
      ))}
    </>
  );
}
