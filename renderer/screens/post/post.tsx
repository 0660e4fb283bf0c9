// What this computer is for: three answers, of which one holds; a station is asked about once more.
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { StationRoleName, RoomView } from "../../../electron/bridge/room.ts";
import { Bar } from "../../parts/bar.tsx";
import { Button } from "../../parts/button.tsx";
import { FootBar } from "../../parts/foot-bar.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Scroller } from "../../parts/scroller.tsx";
import { Edged, StationBadges, stationOf, type Station } from "../../parts/station.tsx";
import { ask, useAction } from "../../stores/action.ts";
import { useNow } from "../../stores/now.ts";
import { FRAME } from "../../text/frame.ts";
import { keptLine, POST, POSTS } from "../../text/post.ts";
import { day } from "../../text/times.ts";
import { NextLines, Sign } from "../ceremony/refusal.tsx";
import styles from "./post.module.css";
import { Sure } from "./sure.tsx";

const ALL: readonly StationRoleName[] = ["rehearsal", "offline", "connected"];

interface PostProps {
  readonly room: RoomView;
  readonly onBack: () => void;
}

/** The screen. */
export function PostChoice({ room, onBack }: PostProps) {
  const { pending, fault } = useAction();
  const now = useNow(60_000);
  const [asked, setAsked] = useState<Station | null>(null);
  const become = async (post: StationRoleName) => {
    if (!await ask("chooseStationRole", { role: post })) return;
    setAsked(null);
    onBack();
  };
  const choose = (post: StationRoleName) => {
    if (post === "rehearsal") void become(post);
    else setAsked(post);
  };
  return (
    <Edged station={stationOf(room)} mode={room.mode}>
      <Bar room={room} station={stationOf(room)} title={FRAME.app} sub={day(now)} />
      <main className={styles["main"]}>
        <Scroller label={POST.title} className={styles["scroll"]}>
          {fault === null || asked !== null ? null : (
            <>
              <Sign refusal={fault} />
              <NextLines next={fault.next} />
            </>
          )}
          <h1>{POST.title}</h1>
          <p className={styles["lead"]}>{POST.lead}</p>
          {ALL.map((post) => (
            <Answer
              key={post} post={post} room={room} onPress={() => { choose(post); }}
            />
          ))}
        </Scroller>
      </main>
      <FootBar
        main={(
          <Button kind="main" autoFocus isBusy={pending !== null} onPress={onBack}>
            {POST.back}
          </Button>
        )}
      />
      {asked === null ? null : (
        <Sure
          station={asked} onClose={() => { setAsked(null); }}
          onYes={() => { void become(asked); }}
        />
      )}
    </Edged>
  );
}

interface AnswerProps {
  readonly post: StationRoleName;
  readonly room: RoomView;
  readonly onPress: () => void;
}

/** One answer: the one that holds is framed, one that is not possible any more is dashed. */
function Answer({ post, room: { stationRole: { role: current, kept } }, onPress }: AnswerProps) {
  if (post === current) {
    return (
      <div className={`${styles["answer"]} ${styles["current"]}`} aria-current="true">
        <What post={post} />
        <p className={styles["state"]}><Icon name="check" /> {POST.now}</p>
      </div>
    );
  }
  if (kept !== null && post !== "rehearsal" && post !== kept) {
    return (
      <div className={`${styles["answer"]} ${styles["never"]}`}>
        <What post={post} />
        <p className={styles["reason"]}>{keptLine(kept)}</p>
      </div>
    );
  }
  return (
    <AriaButton
      className={styles["answer"] ?? ""} aria-label={POSTS[post].title}
      aria-description={POSTS[post].line} onPress={onPress}
    >
      <What post={post} />
      <span className={styles["state"]}>{POST.choose} <Icon name="right" /></span>
    </AriaButton>
  );
}

function What({ post }: { readonly post: StationRoleName }) {
  return (
    <>
      <span className={styles["badge"]} aria-hidden="true">
        {post === "rehearsal" ? <StationBadges station={null} mode="REHEARSAL" />
          : <StationBadges station={post} mode="PRODUCTION" />}
      </span>
      <span>
        <span className={styles["title"]}>{POSTS[post].title}</span>
        <span className={styles["line"]}>{POSTS[post].line}</span>
      </span>
    </>
  );
}
