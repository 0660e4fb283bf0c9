// What one person, place, zone or journey leaves if it is lost, and gives in the wrong hands; and the
// worst two together.
import type { CustodyKnown } from "../../../electron/bridge/view.ts";
import type { Id } from "../../../electron/text/text.ts";
import table from "../../parts/table.module.css";
import { givenLine, leftLine, namesIn, pairWho, type Effect } from "../../text/geometry.ts";
import { said, say } from "../../text/say.ts";
import styles from "./geometry.module.css";

const KINDS = ["person", "place", "zone", "journey"] as const;
const VERDICTS = {
  unmet: "custody.verdicts.not-kept",
  accepted: "custody.verdicts.deviation",
  thin: "geometry.thin",
  near: "geometry.near",
  met: "custody.verdicts.kept",
} as const satisfies Record<string, Id>;

/** What is unmet, a table of all that cause the same, and the worst two together. */
export function Geometry({ custody }: { readonly custody: CustodyKnown }) {
  const { rows, groups, pairs } = custody.geometry;
  const { all } = custody.health;
  // A journey is no worse than its custodian.
  const unmet = rows.flatMap((row) => (row.kind === "journey" ? [] : row.unmet)).map(said);
  const isThin = rows.some(({ verdict }) => verdict === "thin");
  return (
    <div className={styles["geometry"]}>
      <h2>{say("geometry.title")}</h2>
      {unmet.length === 0 ? (
        <p>{say(isThin ? "geometry.thinLine" : "geometry.none")}</p>
      ) : (
        <ul className={styles["unmet"]}>
          {unmet.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <table className={`${table["table"]} ${styles["table"]}`}>
        <thead>
          <tr>
            <th scope="col">{say("geometry.who")}</th>
            <th scope="col">{say("geometry.lost")}</th>
            <th scope="col">{say("geometry.hands")}</th>
          </tr>
        </thead>
        {KINDS.map((kind) => {
          const own = groups.filter((group) => group.kind === kind);
          return own.length === 0 ? null : (
            <tbody key={kind}>
              <tr>
                <th scope="rowgroup" colSpan={3} className={styles["kind"]}>
                  {say(`geometry.${kind}`)}
                </th>
              </tr>
              {own.map((group) => (
                <Caused
                  key={namesIn(group)}
                  who={namesIn(group)}
                  effect={group}
                  all={all}
                  verdict={say(VERDICTS[group.verdict])}
                  isUnmet={group.verdict === "unmet"}
                />
              ))}
            </tbody>
          );
        })}
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={3} className={styles["kind"]}>
              {say(pairs.length === 0 ? "geometry.noPairs" : "geometry.pairs")}
            </th>
          </tr>
          {pairs.map((pair) => (
            <Caused
              key={pairWho(pair)}
              who={pairWho(pair)}
              effect={{ ...pair, opens: pair.opens.length }}
              all={all}
            />
          ))}
        </tbody>
      </table>
      <p className={styles["intro"]}>{say("geometry.intro")}</p>
    </div>
  );
}

interface CausedProps {
  readonly who: string;
  readonly effect: Effect;
  readonly all: number;
  readonly verdict?: string;
  readonly isUnmet?: boolean;
}

function Caused({ who, effect, all, verdict = "", isUnmet = false }: CausedProps) {
  return (
    <tr className={isUnmet ? styles["alarm"] : ""}>
      <th scope="row">
        {who}
        {verdict === "" ? null : <span className={styles["verdict"]}>{verdict}</span>}
      </th>
      <td data-label={say("geometry.lost")}>{leftLine(effect, all)}</td>
      <td data-label={say("geometry.hands")}>{givenLine(effect)}</td>
    </tr>
  );
}
