// What this computer is for, and what belongs to that: records, the HSM, a trainer, media.
import { useState } from "react";
import type { WindowView } from "../../../electron/bridge/view.ts";
import { sentence, type Value } from "../../../electron/text/text.ts";
import { ask } from "../../stores/action.ts";
import { goTo } from "../../stores/route.ts";
import { say } from "../../text/say.ts";
import styles from "./group.module.css";
import { BringSheet } from "./bring-sheet.tsx";
import { Group, Row } from "./group.tsx";
import { MediaChoice } from "./media-choice.tsx";
import { SiteSheet } from "./site-sheet.tsx";
import { Routes } from "./routes.tsx";
import { siteLine } from "../../text/sign-in.ts";

interface ComputerProps {
  readonly view: WindowView;
  readonly unfinished: boolean;
  readonly onHint: (line: Value) => void;
}

/** The group. A program that is for rehearsals alone says why in place of a choice. */
export function Computer({ view, unfinished, onHint }: ComputerProps) {
  const { role, rehearsalOnly, differences } = view.stationRole;
  const [isBringing, setBringing] = useState(false);
  return (
    <Group title={say("station-role.group")}>
      {rehearsalOnly === null ? (
        <Row
          title={say(`station-role.is.${role}`)}
          line={sentence("station-role.line")}
          onPress={() => goTo("station-role")}
          onHint={onHint}
        />
      ) : (
        <>
          <p className={styles["said"]}>{say(`station-role.rehearsalOnly.${rehearsalOnly}`)}</p>
          {differences.length === 0 ? null : (
            <ul className={styles["files"]}>
              {differences.map((difference) => (
                <li key={difference}>{difference}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {role === "offline" ? (
        <Row
          title={say("home.bring")}
          line={sentence("home.bringLine")}
          whyNot={unfinished ? "" : null}
          onPress={() => setBringing(true)}
          onHint={onHint}
        />
      ) : (
        <SiteChoice view={view} onHint={onHint} />
      )}
      {isBringing ? <BringSheet onClose={() => setBringing(false)} /> : null}
      <Routes view={view} group="computer" onHint={onHint} />
      {role === "rehearsal" ? <MediaChoice /> : null}
    </Group>
  );
}

interface SiteChoiceProps {
  readonly view: WindowView;
  readonly onHint: (line: Value) => void;
}

/** A row that opens a file dialog; afterwards it shows the choice and leads back. */
function SiteChoice({ view: { site, mode }, onHint }: SiteChoiceProps) {
  const [isAsking, setAsking] = useState(false);
  const press = async () => {
    if (site === null) setAsking(true);
    else await ask("site", { on: false });
    onHint("");
  };
  return (
    <>
      <Row
        title={
          site === null
            ? say(`sign-in.site.choose.${mode}`)
            : say("sign-in.site.chosen", { name: site.name })
        }
        line={site === null ? sentence(`sign-in.site.line.${mode}`) : siteLine(site, mode)}
        onPress={() => void press()}
        onHint={onHint}
      />
      {isAsking ? <SiteSheet mode={mode} onClose={() => setAsking(false)} /> : null}
    </>
  );
}
