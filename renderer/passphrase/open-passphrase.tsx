// The passphrase of an existing key: typed once, and checked only by the key.
import { useState } from "react";
import { counted, hintLine } from "../text/passphrase.ts";
import { say } from "../text/say.ts";
import { Foot } from "./foot.tsx";
import { MachineLine } from "./machine-line.tsx";
import { AnswerNotice, Ended, RefusedNote } from "./notice.tsx";
import { Hold, SecretLine, SecretLines } from "./secret-line.tsx";
import { Title } from "./title.tsx";
import type { Turn } from "./turn-port.ts";
import { useCapsLock } from "./use-keyboard.ts";
import { useLines } from "./use-lines.ts";
import { useRefusals } from "./use-refusals.ts";

/** The turn of an officer who opens a key. */
export function OpenPassphrase({ turn }: { readonly turn: Turn }) {
  const lines = useLines(turn);
  const caps = useCapsLock();
  const [shown, setShown] = useState(false);
  useRefusals(lines.refused);
  if (lines.phase === "taken") return <Ended text={say("passphrase.words.taken")} />;
  if (lines.phase === "left") return <Ended text={say("passphrase.words.left")} />;
  const disabled = lines.phase !== "typing";
  return (
    <>
      <Title
        title={say("passphrase.words.openTitle")}
        hint={hintLine(turn.about.tries)}
        caps={caps}
      />
      <AnswerNotice fault={lines.fault} phase={lines.phase} again={turn.about.again} />
      <SecretLines>
        <SecretLine
          label={say("passphrase.words.first")}
          line={lines.first}
          count={counted(lines.looked.length)}
          plainOnly={false}
          shown={shown}
          autoFocus
          disabled={disabled}
          onShow={setShown}
          onChanged={lines.changed}
          onRefused={lines.refused}
          onEnter={lines.use}
        />
        <Hold
          label={say("passphrase.words.holdFirst")}
          line={lines.first}
          disabled={disabled}
          onShow={setShown}
        />
      </SecretLines>
      <RefusedNote note={lines.note} />
      <MachineLine caps={caps} networkUp={turn.about.networkUp} mode={turn.about.mode} />
      <Foot
        lines={lines}
        label={say("passphrase.words.useOpen")}
        ready={say("passphrase.words.readyOpen")}
        busy={say("passphrase.words.busyOpen")}
      />
    </>
  );
}
