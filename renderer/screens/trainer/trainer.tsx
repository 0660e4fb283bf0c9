// For the trainer: which ceremony, and what goes wrong in it, chosen before the others arrive.
import { useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { Button, WaitingButton } from "../../parts/button.tsx";
import { Check } from "../../parts/check.tsx";
import { Choice } from "../../parts/choice.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Screen } from "../../parts/screen.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useMediaPlace } from "../../stores/begin.ts";
import { useNow } from "../../stores/now.ts";
import { goTo } from "../../stores/route.ts";
import { ceremonyNames, ceremonyTitle } from "../../text/frame.ts";
import { said, say } from "../../text/say.ts";
import { dayBeside } from "../../text/times.ts";
import { HomeRefusal } from "../home/home-refusal.tsx";
import shared from "../../design/shared.module.css";
import styles from "./trainer.module.css";

export function Trainer({ view }: { readonly view: WindowView }) {
  const { pending, fault } = useAction();
  const now = useNow(60_000);
  const on = useMediaPlace();
  const { home } = view;
  const may = ceremonyNames(view).filter((name) => home.may[name]);
  const [chosen, setChosen] = useState<string>("");
  const ceremony = may.find((name) => name === chosen) ?? may[0] ?? "activation";
  const trials = home.trials[ceremony].filter(
    ({ needsFolders }) => !needsFolders || on === "folders",
  );
  const [marked, setMarked] = useState<readonly string[]>([]);
  const wanted = trials.map(({ name }) => name).filter((name) => marked.includes(name));
  const mark = (name: string, isMarked: boolean) =>
    setMarked([...marked.filter((one) => one !== name), ...(isMarked ? [name] : [])]);
  const isUnfinished = home.ceremonies.at(-1)?.progress === "unfinished";
  const missing = isUnfinished
    ? say("trainer.unfinished")
    : wanted.length === 0
      ? say("trainer.nothing")
      : null;
  if (fault !== null) return <HomeRefusal view={view} fault={fault} />;
  return (
    <Screen view={view} station={null} sub={dayBeside(now)}>
      <main className={shared["main"]}>
        <Scroller label={say("trainer.title")} className={shared["rest"]}>
          <div className={styles["trainer"]}>
            <h1 className={shared["title"]}>{say("trainer.title")}</h1>
            <p className={styles["lead"]}>{say("trainer.lead")}</p>
            <div className={styles["both"]}>
              <Choice
                label={say("trainer.which")}
                value={ceremony}
                onChange={setChosen}
                below
                options={may.map((name) => ({ value: name, label: ceremonyTitle(name) }))}
              />
              <div>
                <TrialList trials={trials} marked={marked} onMark={mark} />
              </div>
            </div>
          </div>
        </Scroller>
      </main>
      <FootBar
        main={
          missing === null ? (
            <Button
              kind="main"
              isBusy={pending !== null}
              onPress={() => void ask("begin", { ceremony, on, trials: wanted })}>
              {say("trainer.begin")}
            </Button>
          ) : (
            <WaitingButton reason={missing}>{say("trainer.begin")}</WaitingButton>
          )
        }>
        <Button kind="second" small onPress={() => goTo("home")}>
          {say("trainer.back")}
        </Button>
        <Button
          kind="second"
          small
          onPress={() => setMarked(twoOf(trials.map(({ name }) => name)))}>
          {say("trainer.draw")}
        </Button>
      </FootBar>
    </Screen>
  );
}

interface TrialListProps {
  readonly trials: WindowView["home"]["trials"]["activation"];
  readonly marked: readonly string[];
  readonly onMark: (name: string, isMarked: boolean) => void;
}

function TrialList({ trials, marked, onMark }: TrialListProps) {
  return (
    <>
      <h2>{say("trainer.trials")}</h2>
      {trials.length === 0 ? <p>{say("trainer.none")}</p> : null}
      <ul className={styles["trials"]}>
        {trials.map(({ name, title, sentence, byHand }) => (
          <li key={name}>
            <Check isSelected={marked.includes(name)} onChange={(isOn) => onMark(name, isOn)}>
              <strong>{said(title)}.</strong> {said(sentence)}{" "}
              <em>{byHand ? say("trainer.byHand") : say("trainer.byApp")}</em>
            </Check>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Two of them, at random. */
function twoOf(names: readonly string[]): readonly string[] {
  const keyed = names.map((name) => ({
    name,
    key: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  }));
  return keyed
    .toSorted((a, b) => a.key - b.key)
    .slice(0, 2)
    .map(({ name }) => name);
}
