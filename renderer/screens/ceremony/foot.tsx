// The foot: an exception, a recess, a change of seat, and on the right the one thing to press.
import { useState } from "react";
import type { RoomView } from "../../../electron/bridge/room.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { FOOT_MAIN } from "../../parts/main-action.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { usePrinted } from "../../stores/printed.ts";
import { FRAME } from "../../text/frame.ts";
import { PRINT, printedLine } from "../../text/print.ts";
import { BeginRecess } from "./begin-recess.tsx";
import { ChangeSeat } from "./change-seat.tsx";
import { ExceptionDialog } from "./exception.tsx";

const SHEETS = { except: ExceptionDialog, recess: BeginRecess, change: ChangeSeat } as const;
type SheetName = keyof typeof SHEETS;

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

/** The foot of the frame. While a step runs, only an exception can be noted. */
export function Foot({ room }: { readonly room: RoomView }) {
  const [open, setOpen] = useState<SheetName | null>(null);
  const isOpened = (room.ceremony?.ledger.length ?? 0) > 0;
  const names: readonly SheetName[] = room.activity.kind === "working"
    ? ["except"] : ["except", "recess", "change"];
  const Open = open === null ? null : SHEETS[open];
  return (
    <FootBar mainId={FOOT_MAIN}>
      {isOpened ? names.map((name) => (
        <Button key={name} kind="second" small onPress={() => { setOpen(name); }}>
          {FRAME[name]}
        </Button>
      )) : (
        <Unopened room={room} />
      )}
      {Open === null ? null : <Open room={room} onClose={() => { setOpen(null); }} />}
    </FootBar>
  );
}
