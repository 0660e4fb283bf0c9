// What was found in a plan: sentences, by what they stop, each with the places that it is about.
import { useId, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type {
  FindingView,
  PlaceView,
  PlanView,
} from "../../../electron/bridge/deployment-views.ts";
import { concernsLine, editionLine, findingGroups, placeLine } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import { askedId } from "./answers.tsx";
import styles from "./plan.module.css";

export function Findings({ findings }: Pick<PlanView, "findings">) {
  return (
    <>
      <h2 className={styles["heading"]}>{say("deployment.plan.findings")}</h2>
      {findings.length === 0 ? <p>{say("deployment.plan.none")}</p> : null}
      {findingGroups(findings).map(({ stops, findings: own }) => (
        <section key={stops?.name ?? ""}>
          <h3 className={styles["heading"]}>
            {stops === null ? (
              say("deployment.plan.stopsNothing")
            ) : (
              <>
                {say("deployment.plan.stops")} {said(stops.title)}
              </>
            )}
          </h3>
          <ul className={styles["findings"]}>
            {own.map((finding) => (
              <Finding key={finding.code} finding={finding} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Finding({ finding }: { readonly finding: FindingView }) {
  const { code, severity, source, members } = finding;
  return (
    <li>
      <span className={`${styles["severity"]} ${styles[severity]}`}>
        {say(`deployment.severities.${severity}`)}
      </span>
      <div>
        <h4>
          {say(`findings.${code}`)} <code>{code}</code>
        </h4>
        <dl className={styles["facts"]}>
          <dt>{say("deployment.plan.next")}</dt>
          <dd>{say(`findings.${code}.next`)}</dd>
          <dt>{say("deployment.plan.at")}</dt>
          <dd>
            <Places places={members} />
          </dd>
          <dt>{say("deployment.plan.concerns")}</dt>
          <dd>{concernsLine(finding)}</dd>
          <dt>{say("deployment.plan.source")}</dt>
          <dd>
            <span lang="en">{source.title}</span>
            {editionLine(source)}
            {source.url === null ? null : <code className={styles["url"]}>{source.url}</code>}
          </dd>
        </dl>
      </div>
    </li>
  );
}

/** Where it is: a question's place is where it is answered, any other is shown as the file has it. */
function Places({ places }: { readonly places: readonly PlaceView[] }) {
  const [shown, setShown] = useState("");
  const id = useId();
  const place = places.find(({ path }) => path === shown);
  const press = ({ path }: PlaceView) => {
    const asked = rowOf(path);
    if (asked === null) setShown(shown === path ? "" : path);
    else {
      asked.scrollIntoView({ block: "start" });
      asked.querySelector("textarea")?.focus({ preventScroll: true });
    }
  };
  return (
    <>
      <ul className={styles["places"]}>
        {places.map((one) => (
          <li key={one.path}>
            <AriaButton
              className={styles["place"] ?? ""}
              {...(isAsked(one.path)
                ? {}
                : { "aria-expanded": shown === one.path, "aria-controls": id })}
              onPress={() => press(one)}>
              {placeLine(one)}
            </AriaButton>
          </li>
        ))}
      </ul>
      <div id={id}>
        {place === undefined ? null : (
          <ol className={styles["excerpt"]} aria-label={placeLine(place)}>
            {place.excerpt.map((line, n) => (
              <li key={n}>{n === place.marked ? <mark>{line}</mark> : <code>{line}</code>}</li>
            ))}
          </ol>
        )}
      </div>
    </>
  );
}

const ASKED = /^(assumptions|questions)\[(\d+)\]/;
const isAsked = (path: string): boolean => ASKED.test(path);

/** The row in which an assumption or question is answered, if the path leads to one. */
function rowOf(path: string): HTMLElement | null {
  const [, list, at] = ASKED.exec(path) ?? [];
  return list === "assumptions" || list === "questions"
    ? document.getElementById(askedId({ list, at: Number(at) }))
    : null;
}
