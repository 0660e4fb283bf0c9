// A proof: the commands that answer it, the answers, and the differences.
import { useLayoutEffect, useRef } from "react";
import type { ProofView, VerdictView } from "../../../electron/bridge/deployment-views.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import table from "../../parts/table.module.css";
import { Told, useOutcome } from "../../parts/told.tsx";
import { useAction } from "../../stores/action.ts";
import { act } from "../../stores/deployment.ts";
import { useDraft } from "../../stores/draft.ts";
import { moreLine, readLine, unreadLine, verdictLine } from "../../text/deployment.ts";
import { said, say } from "../../text/say.ts";
import { Commands, type Shell } from "./commands.tsx";
import { By, useName } from "./people.tsx";
import styles from "./proof.module.css";

interface ProofProps {
  readonly at: { readonly runbook: string; readonly step: number };
  readonly proof: ProofView;
  readonly shell: Shell;
  readonly isOpen: boolean;
  readonly isRehearsal: boolean;
}

/** One proof of the step. */
export function Proof({ at, proof, shell, isOpen, isRehearsal }: ProofProps) {
  const { check, shows, source, reads, verdict } = proof;
  const kept = reads.filter((read) => read.kept);
  const run = reads.filter((read) => !read.kept);
  const isRead = isOpen && reads.some(({ byStation }) => byStation);
  // Beside the button that is pressed for it: the commands and answers of the other way are below.
  const shown = <Shown verdict={verdict} />;
  return (
    <div className={styles["proof"]}>
      <h3>
        <code>{check}</code> {said(shows)}
      </h3>
      <p className={styles["source"]} lang="en">
        {source}
      </p>
      {kept.map(({ into }) => (
        <p key={into}>
          <code>{into}</code> {say("deployment.proof.kept")}
        </p>
      ))}
      {isRead ? (
        <>
          <Read at={at} proof={proof} isRehearsal={isRehearsal} />
          {shown}
        </>
      ) : null}
      {run.length === 0 ? null : (
        <>
          <p>
            {!isOpen || !run.some(({ byStation }) => byStation)
              ? say("deployment.proof.reads")
              : say("deployment.proof.orGive")}
          </p>
          <Commands
            at={at}
            check={check}
            first={reads.findIndex((read) => !read.kept)}
            lines={run}
            shell={shell}
          />
        </>
      )}
      {isOpen ? <Answers at={at} check={check} /> : null}
      {isRead ? null : shown}
    </div>
  );
}

/** The result so far; a new one is scrolled into view. */
function Shown({ verdict }: Pick<ProofView, "verdict">) {
  const place = useRef<HTMLDivElement | null>(null);
  // Every act sends all verdicts again.
  const now = JSON.stringify(verdict);
  const before = useRef(now);
  useLayoutEffect(() => {
    if (before.current !== now) place.current?.scrollIntoView({ block: "nearest" });
    before.current = now;
  }, [now]);
  return (
    <div aria-live="polite" ref={place}>
      {verdict === null ? <p>{say("deployment.proof.open")}</p> : <Verdict verdict={verdict} />}
    </div>
  );
}

/** The station can ask Azure what the commands ask; people choose the files only they can bring. */
function Read({ at, proof, isRehearsal }: Pick<ProofProps, "at" | "proof" | "isRehearsal">) {
  const { check, reads } = proof;
  const draft = useDraft(`deployment-answers-${check}`);
  const pasted = draft.text("pasted").trim();
  const isWhole = isRehearsal || pasted !== "" || reads.every(({ byStation }) => byStation);
  const { outcome, run } = useOutcome();
  const read = (by: string) =>
    run(async () => {
      const given = pasted === "" ? {} : { pasted };
      if (await act({ act: "prove", ...at, check, by, azure: true, ...given })) draft.drop();
      return "";
    });
  return (
    <div className={styles["read"]}>
      <p>
        {isRehearsal ? say("deployment.proof.readRehearsal") : say("deployment.proof.readLead")}
      </p>
      <By
        label={isWhole ? say("deployment.proof.read") : say("deployment.proof.readRest")}
        onPress={read}
      />
      <Told outcome={outcome} />
    </div>
  );
}

function Answers({ at, check }: Pick<ProofProps, "at"> & { readonly check: string }) {
  const draft = useDraft(`deployment-answers-${check}`);
  const [name] = useName();
  const { pending } = useAction();
  const pasted = draft.text("pasted");
  const { outcome, run } = useOutcome();
  const prove = (text?: string) =>
    run(async () => {
      const given = text === undefined ? {} : { pasted: text };
      if (await act({ act: "prove", ...at, check, by: name, ...given })) draft.drop();
      return "";
    });
  return (
    <div className={styles["answers"]}>
      <Field
        label={say("deployment.proof.pasted")}
        value={pasted}
        onChange={(text) => draft.write("pasted", text)}
        lines={3}
        mono
      />
      <div className={styles["give"]}>
        <By
          kind="second"
          label={say("deployment.proof.judge")}
          isDisabled={pasted.trim() === ""}
          onPress={() => prove(pasted)}
        />
        <Button
          kind="second"
          small
          isBusy={pending !== null}
          isDisabled={name.trim() === ""}
          onPress={() => prove()}>
          {say("deployment.proof.files")}
        </Button>
      </div>
      <Told outcome={outcome} />
    </div>
  );
}

interface VerdictProps {
  readonly verdict: VerdictView;
  /** Whether nobody can expect it to be proven yet: then it is no alarm. */
  readonly isExpected?: boolean;
}

/** A verdict with its differences. */
export function Verdict({ verdict, isExpected = false }: VerdictProps) {
  const { proven, differs, more, read } = verdict;
  const look = proven ? styles["proven"] : isExpected ? styles["expected"] : styles["not"];
  return (
    <>
      <p className={`${styles["verdict"]} ${look}`}>{verdictLine(verdict)}</p>
      {read === null ? null : (
        <p className={styles["got"]}>
          {readLine(read)} {unreadLine(read)}
        </p>
      )}
      {differs.length === 0 ? null : (
        <table className={`${table["table"]} ${styles["differs"]}`}>
          <thead>
            <tr>
              <th scope="col">{say("deployment.proof.member")}</th>
              <th scope="col">{say("deployment.proof.expected")}</th>
              <th scope="col">{say("deployment.proof.found")}</th>
            </tr>
          </thead>
          <tbody lang="en">
            {differs.map(({ member, expected, found }) => (
              <tr key={`${member} ${expected} ${found}`}>
                <th scope="row">{member}</th>
                <td>{expected}</td>
                <td>{found}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more === 0 ? null : <p>{moreLine(more)}</p>}
    </>
  );
}
