// Time from outside, after the close: authorities that the site trusts witness the record's head. It waits for nobody.
import { useEffect, useState } from "react";
import type { StampsView } from "../../../electron/bridge/stamps-view.ts";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { answer, answerQuietly, useAction } from "../../stores/action.ts";
import { sentence } from "../../../electron/text/text.ts";
import { say } from "../../text/say.ts";
import { clockTime } from "../../text/times.ts";
import end from "./end.module.css";
import styles from "./stamps.module.css";

type Act = "ask" | "request" | "take";

export function Stamps() {
  const { pending } = useAction();
  const [view, setView] = useState<StampsView | null>(null);
  useEffect(() => {
    let isHere = true;
    void answerQuietly("stamps", { act: "look" }).then((found) => {
      if (isHere) setView(found);
    });
    return () => {
      isHere = false;
    };
  }, []);
  if (view === null) return null;
  const act = async (what: Act): Promise<void> => {
    // Of several authorities one may have answered.
    const found =
      (await answer("stamps", { act: what })) ?? (await answerQuietly("stamps", { act: "look" }));
    if (found !== null) setView(found);
  };
  const button = (what: Act) => (
    <Button kind="second" small isBusy={pending !== null} onPress={() => void act(what)}>
      {say(`home.stamps.${what}`)}
    </Button>
  );
  return (
    <>
      <h2>{say("home.stamps.title")}</h2>
      <p>{say("home.stamps.line")}</p>
      <div role="status">
        <ul className={end["done"]}>
          {view.authorities.map(({ name, latest, until }) => (
            <li key={name}>
              <Icon name={latest === "" ? "document" : "check"} />
              {latest === ""
                ? say("home.stamps.none", { name })
                : say("home.stamps.shown", {
                    name,
                    time: clockTime(latest),
                    day: sentence("times.day", { at: latest }),
                    until: sentence("times.day", { at: until }),
                  })}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles["buttons"]}>
        {view.authorities.some(({ host }) => host !== "") ? button("ask") : null}
        {button("request")}
        {button("take")}
      </div>
    </>
  );
}
