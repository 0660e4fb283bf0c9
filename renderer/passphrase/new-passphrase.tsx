// A new passphrase: chosen or random, typed twice, strong enough for a real key.
import { useState } from "react";
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import { Button } from "../parts/button.tsx";
import { counted, countedAgain } from "../text/passphrase.ts";
import { say } from "../text/say.ts";
import { Foot } from "./foot.tsx";
import { MachineLine } from "./machine-line.tsx";
import { AnswerNotice, Ended, RefusedNote } from "./notice.tsx";
import { WordProposal } from "./word-proposal.tsx";
import { Hold, SecretLine, SecretLines } from "./secret-line.tsx";
import { StrengthBar } from "./strength-bar.tsx";
import { Title } from "./title.tsx";
import type { Turn } from "./turn-port.ts";
import { useCapsLock } from "./use-keyboard.ts";
import { useLines, type Lines } from "./use-lines.ts";
import { useRefusals } from "./use-refusals.ts";

/** The turn of an officer whose key is about to be made. */
export function NewPassphrase({ turn }: { readonly turn: Turn }) {
  const lines = useLines(turn);
  const caps = useCapsLock();
  const [words, setWords] = useState<"none" | "shown" | "written">("none");
  useRefusals(lines.refused);
  if (lines.phase === "taken") return <Ended text={say("passphrase.words.taken")} />;
  if (lines.phase === "left") return <Ended text={say("passphrase.words.left")} />;
  if (words === "shown") {
    return (
      <WordProposal
        onWritten={() => setWords("written")}
        onOwn={() => setWords("none")}
        note={lines.note}
      />
    );
  }
  // The vault's answer replaces the hint.
  const hint =
    lines.fault !== null || lines.phase === "gone"
      ? null
      : words === "written"
        ? say("passphrase.words.drawnHint")
        : say("passphrase.words.newHint");
  return (
    <>
      <Title
        title={say("passphrase.words.newTitle")}
        hint={hint}
        caps={caps}
        aside={
          <Button
            kind="second"
            small
            isDisabled={lines.phase !== "typing"}
            onPress={() => {
              lines.clear();
              setWords("shown");
            }}>
            {say("passphrase.words.propose")}
          </Button>
        }
      />
      <AnswerNotice fault={lines.fault} phase={lines.phase} again={false} />
      <TwoLines lines={lines} mode={turn.about.mode} />
      <RefusedNote note={lines.note} />
      <MachineLine caps={caps} networkUp={turn.about.networkUp} mode={turn.about.mode} />
      <Foot
        lines={lines}
        label={say("passphrase.words.useNew")}
        ready={say("passphrase.words.kept")}
        busy={say("passphrase.words.busyNew")}
      />
    </>
  );
}

interface TwoLinesProps {
  readonly lines: Lines;
  readonly mode: PassphraseTurn["mode"];
}

function TwoLines({ lines, mode }: TwoLinesProps) {
  const [shown, setShown] = useState<"first" | "second" | null>(null);
  const { first, second, looked, strength, phase, changed, refused } = lines;
  const disabled = phase !== "typing";
  const shared = { plainOnly: true, disabled, onChanged: changed, onRefused: refused };
  const showFirst = (on: boolean): void => setShown(on ? "first" : null);
  const showSecond = (on: boolean): void => setShown(on ? "second" : null);
  return (
    <SecretLines>
      <SecretLine
        {...shared}
        label={say("passphrase.words.first")}
        line={first}
        count={counted(looked.length)}
        shown={shown === "first"}
        autoFocus
        onShow={showFirst}
        onEnter={() => second.current?.focus()}
      />
      <StrengthBar strength={strength} mode={mode} />
      <SecretLine
        {...shared}
        label={say("passphrase.words.second")}
        line={second}
        count={countedAgain(looked.againLength, looked.same)}
        shown={shown === "second"}
        onShow={showSecond}
        onEnter={lines.use}
      />
      <Hold
        label={say("passphrase.words.holdFirst")}
        line={first}
        disabled={disabled}
        onShow={showFirst}
      />
      <Hold
        label={say("passphrase.words.holdSecond")}
        line={second}
        disabled={disabled}
        onShow={showSecond}
      />
    </SecretLines>
  );
}
