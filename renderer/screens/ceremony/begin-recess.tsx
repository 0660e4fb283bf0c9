// Before a recess: every open object goes into a bag, and its number is written down.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { ask } from "../../stores/action.ts";
import { RECESS } from "../../text/running.ts";
import { Seals, useSeals } from "./seals.tsx";
import { Fields, Sheet, SheetEnd } from "./sheet.tsx";

interface BeginRecessProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

/** The dialog. */
export function BeginRecess({ view, onClose }: BeginRecessProps) {
  const objects = view.ceremony?.openObjects ?? [];
  const { seals, missing, drop } = useSeals("begin", objects);
  const begin = async () => {
    if (!(await ask("recess", { on: true, seals }))) return;
    drop();
    onClose();
  };
  return (
    <Sheet title={RECESS.begin} intro={RECESS.intro} onClose={onClose}>
      <Fields>
        {objects.length === 0 ? (
          <p>{RECESS.nothingOpen}</p>
        ) : (
          <Seals when="begin" objects={objects} />
        )}
      </Fields>
      <SheetEnd
        cancel={RECESS.cancel}
        button={RECESS.beginNow}
        missing={missing}
        onClose={onClose}
        onWrite={() => void begin()}
      />
    </Sheet>
  );
}
