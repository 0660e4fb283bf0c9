// The sheet that is open over the ceremony's window, if any.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { setSheet, useSheet } from "../../stores/sheet.ts";
import { ChangeSeat } from "./change-seat.tsx";
import { CrewSheet } from "./crew-sheet.tsx";
import { ExceptionDialog } from "./exception.tsx";
import { PhotographsSheet } from "./photographs.tsx";
import { StepSheet } from "./step-sheet.tsx";
import { TrainerSheet } from "./trainer-sheet.tsx";
import { ask } from "../../stores/action.ts";
import { say } from "../../text/say.ts";
import { Seals, useSeals } from "./seals.tsx";
import { Fields, Sheet, SheetEnd } from "./sheet.tsx";

/** The sheet, over the shown screen. */
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
    case "pause":
      return <ShortPause onClose={close} />;
    case "change":
      return <ChangeSeat view={view} onClose={close} />;
    case "photographs":
      return view.photographs === null ? null : (
        <PhotographsSheet photographs={view.photographs} onClose={close} />
      );
    case "trainer":
      return <TrainerSheet view={view} onClose={close} />;
    case "crew":
      return <CrewSheet view={view} onClose={close} />;
    case "step":
      return <StepSheet view={view} onClose={close} />;
    case "terms":
    case "tour":
    case null:
      return null;
  }
}

/** Nothing is bagged, typed or recorded: everyone stays, and the step is unchanged. */
const ShortPause = ({ onClose }: { readonly onClose: () => void }) => (
  <Sheet
    title={say("running.recess.shortTitle")}
    intro={say("running.recess.shortIntro")}
    onClose={onClose}>
    <Fields>
      <Button kind="main" autoFocus onPress={onClose}>
        {say("running.recess.shortEnd")}
      </Button>
    </Fields>
  </Sheet>
);

interface BeginRecessProps {
  readonly view: WindowView;
  readonly onClose: () => void;
}

function BeginRecess({ view, onClose }: BeginRecessProps) {
  const objects = view.ceremony?.openObjects ?? [];
  const { seals, missing, drop } = useSeals(objects);
  const begin = async () => {
    if (!(await ask("recess", { on: true, seals }))) return;
    drop();
    onClose();
  };
  return (
    <Sheet
      title={say("running.recess.begin")}
      intro={say("running.recess.intro")}
      onClose={onClose}>
      <Button kind="second" small onPress={() => setSheet("pause")}>
        {say("running.recess.short")}
      </Button>
      <Fields>
        {objects.length === 0 ? (
          <p>{say("running.recess.nothingOpen")}</p>
        ) : (
          <Seals objects={objects} />
        )}
      </Fields>
      <SheetEnd
        cancel={say("running.recess.cancel")}
        button={say("running.recess.beginNow")}
        missing={missing}
        onClose={onClose}
        onWrite={() => void begin()}
      />
    </Sheet>
  );
}
