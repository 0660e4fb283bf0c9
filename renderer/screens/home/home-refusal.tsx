// A refusal at Home, or before the first view.
import type { WindowView } from "../../../electron/bridge/view.ts";
import type { BridgeFault } from "../../../electron/bridge/contract.ts";
import { Button } from "../../parts/button.tsx";
import { Quoted } from "../../parts/quoted.tsx";
import { Section } from "../../parts/section.tsx";
import { Screen } from "../../parts/screen.tsx";
import { ask, forget, useAction } from "../../stores/action.ts";
import { say } from "../../text/say.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import styles from "./home-refusal.module.css";

interface HomeRefusalProps {
  readonly view: WindowView | null;
  readonly fault: BridgeFault;
}

/** What was refused, and the way back. */
export function HomeRefusal({ view, fault }: HomeRefusalProps) {
  const { pending } = useAction();
  const isRecorded = view !== null && view.refusal !== null;
  const answer = () => {
    forget();
    if (view === null) void ask("look", {});
    if (isRecorded) void ask("understood", {});
  };
  return (
    <Screen view={view}>
      <main className={styles["main"]}>
        <Sign refusal={fault} isFirst />
        <Section label={say("refusal.next")} now grow>
          <NextLines next={fault.next} />
          <Quoted said={fault.said} />
          <div className={styles["answer"]}>
            <Button kind="main" isBusy={pending !== null} onPress={answer}>
              {view === null ? say("refusal.again") : say("refusal.understood")}
            </Button>
          </div>
        </Section>
      </main>
    </Screen>
  );
}
