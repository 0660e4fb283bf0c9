// In German: what ./discarded.ts says.
import type { DiscardedView, KnownCeremony } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";
import { day } from "./times.ts";

export const DISCARDED = {
  discard: "Verwerfen",
  discardNow: "Jetzt verwerfen",
  keep: "Behalten",
  title: "Verworfene Übungen",
  intro:
    "Jede ist vollständig, mit Protokoll und Schlüsseln, und kommt genau so zurück, wie sie war.",
  introSticks:
    "Jede ist vollständig, mit Protokoll, und mit Schlüsseln, wenn ihre Datenträger auf diesem Rechner "
    + "sind, und kommt genau so zurück, wie sie war. Was auf USB-Sticks ist, wird weder aufbewahrt noch "
    + "zurückgeholt noch gelöscht.",
  sticks: "Was auf ihren USB-Sticks ist, wird weder aufbewahrt noch zurückgeholt noch gelöscht.",
  some: "Verworfene Übungen sind aufbewahrt:",
  see: "Ansehen",
  close: "Schließen",
  undo: "Rückgängig machen",
  remove: "Endgültig entfernen",
  removeTitle: "Endgültig entfernen?",
  lost:
    "Mit ihren Datenträgern wurde seitdem eine andere Zeremonie abgehalten; sie kann nicht "
    + "zurückgeholt werden. Sie bleibt in diesem Ordner:",
} as const;

/** What is asked before a rehearsal is discarded. */
export const sureTitle = ({ name }: Pick<KnownCeremony, "name">): string =>
  `${ceremonyInSentence(name)} verwerfen?`;

/** What that does. */
export const sureIntro = ({ hsm, done, steps, onDrives = false }: KnownCeremony): string =>
  `Von der Übung mit ${hsm} sind ${done} von ${steps} Schritten erledigt. Verworfen wird sie mit `
  + `Protokoll${onDrives ? "" : " und Schlüsseln"} 30 Tage lang beiseitegelegt, und andere Zeremonien `
  + "können beginnen. Bis eine mit denselben Datenträgern beginnt, können Sie dies auf der Startseite "
  + `rückgängig machen.${onDrives ? ` ${DISCARDED.sticks}` : ""}`;

/** Which it is, when it was discarded, and until when it is kept. */
export const discardedLine = (one: DiscardedView): string =>
  `${named(one)}, verworfen am ${day(one.day)}. ${
    one.isOver
      ? `Ihre 30 Tage endeten am ${day(one.until)}; sie ist aufbewahrt, bis Sie sie entfernen.`
      : `Sie ist bis ${day(one.until)} aufbewahrt.`
  }${one.onDrives ? ` ${DISCARDED.sticks}` : ""}`;

/** The same before it is removed: with the day by this computer's clock, which may be wrong. */
export const removeIntro = (one: DiscardedView, now: number): string =>
  `${named(one)}, verworfen am ${day(one.day)}. Nach der Uhr dieses Rechners ist heute der ${day(now)}. `
  + (one.onDrives
    ? "Das Protokoll wird gelöscht; das lässt sich nicht rückgängig machen. Die dabei erzeugten Schlüssel "
      + "werden auf ihren USB-Sticks nicht gelöscht: Löschen Sie die Sticks, wenn niemand sie braucht."
    : "Das Protokoll und die dabei erzeugten Schlüssel werden gelöscht; das lässt sich nicht rückgängig "
      + "machen.");

/** Its button, for those who hear it alone. */
export const undoLabel = (one: DiscardedView): string => `${DISCARDED.undo}: ${named(one)}`;

function named({ name, hsm, done, steps }: DiscardedView): string {
  const title = name === null ? "Unbekannte Zeremonie" : ceremonyInSentence(name);
  return hsm === ""
    ? `${title}, deren Protokoll nicht lesbar ist`
    : `${title} von ${hsm}, ${done} von ${steps} Schritten erledigt`;
}
