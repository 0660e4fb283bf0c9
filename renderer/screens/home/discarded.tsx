// Discarded rehearsals: restored by one press; removable once their days are over.
import { useState } from "react";
import type { DiscardedView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { discardedLine, removeIntro, undoLabel } from "../../text/discarded.ts";
import { say } from "../../text/say.ts";
import { Sheet, SheetEnd } from "../ceremony/sheet.tsx";
import styles from "./set-aside.module.css";

/** One line: for a single one everything about it, for several their number. */
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
            {say("discarded.some")} {discarded.length}
          </p>
          <Button kind="second" small onPress={() => setSeen(true)}>
            {say("discarded.see")}
          </Button>
        </div>
      )}
      {isSeen && asked === undefined ? (
        <Sheet
          title={say("discarded.title")}
          intro={say(
            discarded.some(({ onDrives }) => onDrives)
              ? "discarded.introSticks"
              : "discarded.intro",
          )}
          onClose={() => setSeen(false)}>
          <div className={styles["list"]}>
            {discarded.map((one, i) => (
              <Row key={one.folder} one={one} number={i + 1} onRemove={() => setRemoving(i + 1)} />
            ))}
          </div>
          <div className={styles["close"]}>
            <Button kind="second" onPress={() => setSeen(false)}>
              {say("discarded.close")}
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
  /** Its position in Home's list. */
  readonly number: number;
  readonly onRemove: () => void;
}

function Row({ one, number, onRemove }: RowProps) {
  const { pending } = useAction();
  return (
    <div className={styles["line"]}>
      <p>
        {discardedLine(one)} {one.mayUndo ? "" : say("discarded.lost")}{" "}
        {one.mayUndo ? "" : one.folder}
      </p>
      {one.mayUndo ? (
        <Button
          kind="second"
          small
          label={undoLabel(one)}
          isBusy={pending !== null}
          onPress={() => void ask("setAside", { number, how: "undo" })}>
          {say("discarded.undo")}
        </Button>
      ) : null}
      {one.isOver ? (
        <Button kind="second" small isBusy={pending !== null} onPress={onRemove}>
          {say("discarded.remove")}
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
    <Sheet title={say("discarded.removeTitle")} intro={removeIntro(one, now)} onClose={onClose}>
      <SheetEnd
        cancel={say("discarded.keep")}
        button={say("discarded.remove")}
        missing={null}
        onWrite={() => void remove()}
        onClose={onClose}
      />
    </Sheet>
  );
}
