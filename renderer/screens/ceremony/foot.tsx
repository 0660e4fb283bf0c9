// The foot: an exception, a recess, and on the right the one thing to press.
import { useState } from "react";
import type { RoomView } from "../../../electron/bridge/room.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { FOOT_MAIN } from "../../parts/main-action.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { usePrinted } from "../../stores/printed.ts";
import { FRAME } from "../../text/frame.ts";
import { PRINT, printedLine } from "../../text/print.ts";
import { ExceptionDialog } from "./exception.tsx";

/** Before the first entry: back, or the script on paper. */
function Unopened({ room: { open } }: { readonly room: RoomView }) {
  const { pages, print } = usePrinted();
  const { pending } = useAction();
  return (
    <>
      <Button kind="second" small onPress={() => { void ask("leave", {}); }}>{FRAME.leave}</Button>
      {open === null ? null : (
        <Button kind="second" small isBusy={pending !== null} onPress={() => { print(open); }}>
          {PRINT.button}
        </Button>
      )}
      <p role="status">{pages === null ? "" : printedLine(pages)}</p>
    </>
  );
}

/** The foot of the frame. */
export function Foot({ room }: { readonly room: RoomView }) {
  const [noting, setNoting] = useState(false);
  const isOpened = (room.ceremony?.ledger.length ?? 0) > 0;
  return (
    <FootBar mainId={FOOT_MAIN}>
      {isOpened ? (
        <>
          <Button kind="second" small onPress={() => { setNoting(true); }}>{FRAME.except}</Button>
          <Button kind="second" small onPress={() => { void ask("recess", { on: true }); }}>
            {FRAME.recess}
          </Button>
        </>
      ) : (
        <Unopened room={room} />
      )}
      {noting ? <ExceptionDialog room={room} onClose={() => { setNoting(false); }} /> : null}
    </FootBar>
  );
}
