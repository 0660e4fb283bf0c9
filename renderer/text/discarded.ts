// Discarded rehearsals: the question before, what is kept, and how to restore one.
import { capital, list, sentence, type Sentence } from "../../electron/text/text.ts";
import type { DiscardedView, KnownCeremony } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";
import { said, say } from "./say.ts";

/** The question before a rehearsal is discarded. */
export const sureTitle = ({ name }: Pick<KnownCeremony, "name">): string =>
  say("discarded.sureTitle", { ceremony: ceremonyInSentence(name) });

/** What that does. */
export const sureIntro = ({ hsm, done, steps, onDrives = false }: KnownCeremony): string =>
  onDrives
    ? withSticks(sentence("discarded.sureIntroSticks", { hsm, done, steps }))
    : say("discarded.sureIntro", { hsm, done, steps });

const withSticks = (line: Sentence): string =>
  said(list([line, sentence("discarded.sticks")], " "));

/** Which one, when it was discarded, and how long it is kept. */
export function discardedLine(one: DiscardedView): string {
  const { day, until } = one;
  const ceremony = named(one);
  const line = sentence(`discarded.${one.isOver ? "over" : "kept"}`, { ceremony, day, until });
  return one.onDrives ? withSticks(line) : said(line);
}

/** The same before it is removed: with the date by this computer's clock, which may be wrong. */
export const removeIntro = (one: DiscardedView, now: number): string =>
  say(one.onDrives ? "discarded.remove.introSticks" : "discarded.remove.intro", {
    ceremony: named(one),
    day: one.day,
    now,
  });

/** Its button's name for a screen reader. */
export const undoLabel = (one: DiscardedView): string =>
  say("discarded.undoOf", { undo: sentence("discarded.undo"), ceremony: named(one) });

function named({ name, hsm, done, steps }: DiscardedView): Sentence {
  const ceremony = name === null ? sentence("damaged.unknown") : capital(ceremonyInSentence(name));
  return hsm === ""
    ? sentence("discarded.unreadable", { ceremony })
    : sentence("discarded.named", { ceremony, hsm, done, steps });
}
