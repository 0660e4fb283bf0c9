// Seven random words, shown only while the officer writes them on the envelope's paper.
import { useCallback, useEffect, useState } from "react";
import { Button } from "../parts/button.tsx";
import { say } from "../text/say.ts";
import type { Proposal } from "./dictionaries.ts";
import { RefusedNote } from "./notice.tsx";
import type { Refusal } from "./refused.ts";
import { proposeWords } from "./strength.ts";
import { Title } from "./title.tsx";
import styles from "./word-proposal.module.css";

interface WordProposalProps {
  readonly onWritten: () => void;
  readonly onOwn: () => void;
  readonly note: Refusal | null;
}

/**
 * The words are only in this component's state and vanish with it. They are hidden from screen
 * readers, because Chromium's main process keeps a copy of what those read.
 */
export function WordProposal({ onWritten, onOwn, note }: WordProposalProps) {
  const [drawn, setDrawn] = useState<Proposal | "failed" | null>(null);
  const draw = useCallback(() => {
    let wanted = true;
    proposeWords().then(
      (proposal) => {
        if (wanted) setDrawn(proposal);
      },
      () => {
        if (wanted) setDrawn("failed");
      },
    );
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(draw, [draw]);
  const proposal = drawn === "failed" ? null : drawn;
  return (
    <>
      <Title
        title={say("passphrase.proposal.title")}
        hint={say("passphrase.proposal.hint")}
        caps="off"
      />
      <p className={styles["unread"]}>{say("passphrase.proposal.unread")}</p>
      <ol className={styles["words"]} aria-hidden="true">
        {proposal?.words.map((word, index) => (
          <li key={`${index}-${word}`}>
            <b aria-hidden="true">{index + 1}</b>
            <span lang="en">{word}</span>
          </li>
        ))}
      </ol>
      <p className={styles["form"]}>
        {drawn === "failed" ? say("passphrase.proposal.failed") : say("passphrase.proposal.form")}
      </p>
      <p className={styles["bits"]} role="status">
        {proposal === null
          ? ""
          : say("passphrase.proposal.bits", {
              count: proposal.from,
              bits: proposal.bits,
              without: proposal.without,
              lost: proposal.lost,
            })}{" "}
        {say("passphrase.proposal.after")}
      </p>
      <RefusedNote note={note} />
      <div className={styles["acts"]}>
        <Button kind="second" onPress={onOwn}>
          {say("passphrase.proposal.own")}
        </Button>
        <Button kind="second" onPress={draw}>
          {say("passphrase.proposal.other")}
        </Button>
        <Button kind="main" onPress={onWritten} isDisabled={proposal === null}>
          {say("passphrase.proposal.written")}
        </Button>
      </div>
    </>
  );
}
