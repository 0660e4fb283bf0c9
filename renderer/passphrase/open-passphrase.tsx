// The passphrase of an existing key: typed once, checked by the key alone.
import { useState } from "react";
import { counted, MACHINE, triesLine, WORDS } from "../text/passphrase.ts";
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
  if (lines.course === "taken") return <Ended text={WORDS.taken} />;
  if (lines.course === "left") return <Ended text={WORDS.left} />;
  const disabled = lines.course !== "typing";
  return (
    <>
      <Title
        title={WORDS.openTitle}
        hint={`${WORDS.openHint} ${triesLine(turn.about.tries)}`}
        warning={caps === "on" ? MACHINE.capsWarning : null}
      />
      <AnswerNotice fault={lines.fault} course={lines.course} again={turn.about.again} />
      <SecretLines>
        <SecretLine
          label={WORDS.first}
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
        <Hold label={WORDS.holdFirst} line={lines.first} disabled={disabled} onShow={setShown} />
      </SecretLines>
      <RefusedNote note={lines.note} />
      <MachineLine caps={caps} networkUp={turn.about.networkUp} mode={turn.about.mode} />
      <Foot lines={lines} label={WORDS.useOpen} ready={WORDS.readyOpen} busy={WORDS.busyOpen} />
    </>
  );
}
