// Rehearsals that were discarded: brought back by one press; once their days are over, also removed.
import { useState } from "react";
import type { DiscardedView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { DISCARDED, discardedLine, removeIntro, undoLabel } from "../../text/discarded.ts";
import { Sheet, SheetEnd } from "../ceremony/sheet.tsx";
import styles from "./set-aside.module.css";

/** One line: of a single one all that there is to say; of several, that there are some. */
export function Discarded({ discarded }: { readonly discarded: readonly DiscardedView[] }) {
  const [isSeen, setSeen] = useState(false);
  const [removing, setRemoving] = useState<number | null>(null);
  if (discarded.length === 0) return null;
  const asked = removing === null ? undefined : discarded[removing - 1];
  const [only, ...others] = discarded;
  return (
    <>
      {only !== undefined && others.length === 0 ? (
        <Row one={only} number={1} onRemove={() => setRemoving(1)} />
      ) : (
        <div className={styles["line"]}>
          <p>
            {DISCARDED.some} {discarded.length}
          </p>
          <Button kind="second" small onPress={() => setSeen(true)}>
            {DISCARDED.see}
          </Button>
        </div>
      )}
      {isSeen && asked === undefined ? (
        <Sheet
          title={DISCARDED.title}
          intro={
            discarded.some(({ onDrives }) => onDrives) ? DISCARDED.introSticks : DISCARDED.intro
          }
          onClose={() => setSeen(false)}>
          <div className={styles["list"]}>
            {discarded.map((one, i) => (
              <Row key={one.folder} one={one} number={i + 1} onRemove={() => setRemoving(i + 1)} />
            ))}
          </div>
          <div className={styles["close"]}>
            <Button kind="second" onPress={() => setSeen(false)}>
              {DISCARDED.close}
            </Button>
          </div>
        </Sheet>
      ) : null}
      {removing === null || asked === undefined ? null : (
        <RemoveSheet one={asked} number={removing} onClose={() => setRemoving(null)} />
      )}
    </>
  );
}

interface RowProps {
  readonly one: DiscardedView;
  /** Its place in Home's list. */
  readonly number: number;
  readonly onRemove: () => void;
}

function Row({ one, number, onRemove }: RowProps) {
  const { pending } = useAction();
  return (
    <div className={styles["line"]}>
      <p>
        {discardedLine(one)} {one.mayUndo ? "" : `${DISCARDED.lost} ${one.folder}`}
      </p>
      {one.mayUndo ? (
        <Button
          kind="second"
          small
          label={undoLabel(one)}
          isBusy={pending !== null}
          onPress={() => void ask("setAside", { number, how: "undo" })}>
          {DISCARDED.undo}
        </Button>
      ) : null}
      {one.isOver ? (
        <Button kind="second" small isBusy={pending !== null} onPress={onRemove}>
          {DISCARDED.remove}
        </Button>
      ) : null}
    </div>
  );
}

interface RemoveSheetProps {
  readonly one: DiscardedView;
  readonly number: number;
  readonly onClose: () => void;
}

function RemoveSheet({ one, number, onClose }: RemoveSheetProps) {
  const now = useNow(60_000);
  const remove = async () => {
    if (await ask("setAside", { number, how: "remove" })) onClose();
  };
  return (
    <Sheet title={DISCARDED.removeTitle} intro={removeIntro(one, now)} onClose={onClose}>
      <SheetEnd
        cancel={DISCARDED.keep}
        button={DISCARDED.remove}
        missing={null}
        onWrite={() => void remove()}
        onClose={onClose}
      />
    </Sheet>
  );
}
