// What this computer is for, and what belongs to that: records, the HSM, a trainer, media.
import type { RoomView } from "../../../electron/bridge/room.ts";
import { ask } from "../../stores/action.ts";
import { HOME } from "../../text/home.ts";
import { POST, REHEARSAL_ONLY } from "../../text/post.ts";
import styles from "./group.module.css";
import { Group, Row } from "./group.tsx";
import { MediaChoice } from "./media-choice.tsx";
import { SiteChoice } from "./site-choice.tsx";

interface ComputerProps {
  readonly room: RoomView;
  readonly unfinished: boolean;
  readonly onTrainer: () => void;
  readonly onPost: () => void;
  readonly onHint: (line: string) => void;
}

/** The group. A program that is for rehearsals alone says why in place of a choice. */
export function Computer({ room, unfinished, onTrainer, onPost, onHint }: ComputerProps) {
  const { role: post, rehearsalOnly } = room.stationRole;
  return (
    <Group title={POST.group}>
      {rehearsalOnly === null ? (
        <Row title={POST.is[post]} line={POST.line} onPress={onPost} onHint={onHint} />
      ) : <p className={styles["said"]}>{REHEARSAL_ONLY[rehearsalOnly]}</p>}
      {post === "offline" ? (
        <Row
          title={HOME.bring} line={HOME.bringLine} whyNot={unfinished ? "" : null}
          onPress={() => { void ask("bring", {}); }} onHint={onHint}
        />
      ) : <SiteChoice room={room} onHint={onHint} />}
      {post === "rehearsal" ? (
        <>
          <Row title={HOME.trainer} line={HOME.trainerLine} onPress={onTrainer} onHint={onHint} />
          <MediaChoice />
        </>
      ) : null}
    </Group>
  );
}
