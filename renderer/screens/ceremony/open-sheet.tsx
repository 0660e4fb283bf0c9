// The sheet that is open over the ceremony's window, if one is.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { setSheet, useSheet } from "../../stores/sheet.ts";
import { BeginRecess } from "./begin-recess.tsx";
import { ChangeSeat } from "./change-seat.tsx";
import { ExceptionDialog } from "./exception.tsx";
import { TrainerSheet } from "./trainer-sheet.tsx";

/** The sheet, over whatever is shown. */
export function OpenSheet({ view }: { readonly view: WindowView }) {
  const open = useSheet();
  const close = () => setSheet(null);
  switch (open) {
    case "except":
      return <ExceptionDialog view={view} onClose={close} />;
    case "said-no":
      return <ExceptionDialog view={view} first="repeat" onClose={close} />;
    case "recess":
      return <BeginRecess view={view} onClose={close} />;
    case "change":
      return <ChangeSeat view={view} onClose={close} />;
    case "trainer":
      return <TrainerSheet view={view} onClose={close} />;
    case null:
      return null;
  }
}
