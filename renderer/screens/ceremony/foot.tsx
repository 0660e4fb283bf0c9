// The foot: exception, recess, change of seat, and on the right the main button.
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { FOOT_MAIN } from "../../parts/main-action.tsx";
import { Tool } from "../../parts/tool.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { usePrinted } from "../../stores/printed.ts";
import { setSheet } from "../../stores/sheet.ts";
import { printedLine } from "../../text/print.ts";
import { say } from "../../text/say.ts";

/** People note and decide what is not as expected. */
export const Except = () => (
  <Button kind="second" small onPress={() => setSheet("except")}>
    {say("frame.except")}
  </Button>
);

/** Before the first entry: the script on paper. */
function Unopened({ view: { open } }: { readonly view: WindowView }) {
  const { printed, print } = usePrinted();
  const { pending } = useAction();
  return (
    <>
      {open === null ? null : (
        <Button kind="second" small isBusy={pending !== null} onPress={() => print(open)}>
          {say("print.button")}
        </Button>
      )}
      <p role="status">{printedLine(printed)}</p>
    </>
  );
}

/** The foot of the frame. While a step runs, only an exception can be noted. */
export function Foot({ view }: { readonly view: WindowView }) {
  const isOpened = (view.ceremony?.ledger.length ?? 0) > 0;
  const names =
    view.activity.kind === "working"
      ? (["except"] as const)
      : (["except", "recess", "change"] as const);
  return (
    <FootBar mainId={FOOT_MAIN}>
      {isOpened ? (
        names.map((name) => (
          <Button key={name} kind="second" small onPress={() => setSheet(name)}>
            {name === "change"
              ? say("frame.change", { comes: (view.ceremony?.mayCome.length ?? 0) > 0 })
              : say(`frame.${name}`)}
          </Button>
        ))
      ) : (
        <Unopened view={view} />
      )}
      {view.crew === null || view.activity.kind === "working" ? null : (
        <Button kind="second" small onPress={() => setSheet("crew")}>
          {say("crew.open")}
        </Button>
      )}
      {view.photographs === null || view.activity.kind === "working" ? null : (
        <Tool
          icon="camera"
          label={say("photographs.open")}
          words="above"
          onPress={() => setSheet("photographs")}
        />
      )}
      <Tool
        icon="help"
        label={say("crew.terms.open")}
        words="above"
        onPress={() => setSheet("terms")}
      />
      <Tool
        icon="room"
        label={say("room.open")}
        words="above"
        onPress={() => void ask("room", {})}
      />
      {view.trial === null ? null : (
        <Button kind="second" small onPress={() => setSheet("trainer")}>
          {say("trainer.sheet.open")}
        </Button>
      )}
    </FootBar>
  );
}
