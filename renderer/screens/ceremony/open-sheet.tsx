// The sheet that is open over the ceremony's window, if one is.
import type { RoomView } from "../../../electron/bridge/room.ts";
import { setSheet, useSheet } from "../../stores/sheet.ts";
import { BeginRecess } from "./begin-recess.tsx";
import { ChangeSeat } from "./change-seat.tsx";
import { ExceptionDialog } from "./exception.tsx";
import { TrainerSheet } from "./trainer-sheet.tsx";

/** The sheet, over whatever is shown. */
export function OpenSheet({ room }: { readonly room: RoomView }) {
  const open = useSheet();
  const close = () => {
    setSheet(null);
  };
  switch (open) {
    case "except":
      return <ExceptionDialog room={room} onClose={close} />;
    case "said-no":
      return <ExceptionDialog room={room} first="repeat" onClose={close} />;
    case "recess":
      return <BeginRecess room={room} onClose={close} />;
    case "change":
      return <ChangeSeat room={room} onClose={close} />;
    case "trainer":
      return <TrainerSheet room={room} onClose={close} />;
    case null:
      return null;
  }
}
