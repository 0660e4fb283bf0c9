// In German: ../en/opening.ts.
import { translation } from "../translation.ts";

export const OPENING = translation<"opening">()({
  hsm: ["bcdd4e10", "Name des HSM"],
  hsmHint: ["4612b6ec", "3 bis 24 Buchstaben, Ziffern und Bindestriche"],
  hsmWrong: ["911cae43", "3 bis 24 Buchstaben, Ziffern und Bindestriche; beginnt mit einem Buchstaben."],
  officer: ["42b8834b", "Schlüsselinhaber {seat}"],
  absent: ["eeb145fc", "Lassen Sie einen Namen leer, wenn der Schlüsselinhaber nicht hier ist."],
  bits: ["a81e4deb", "Größe der Schlüssel"],
  nobody: ["268efa7b", "Wer diesen Rechner bedient"],
  same: ["e7588750", "Dieser Name steht zweimal da."],
  needHsm: ["309ba38d", "Geben Sie den Namen des HSM ein"],
  needOfficers: ["5b35501a", "{least, plural, one {Welcher Schlüsselinhaber ist hier?} other {Mindestens {least} Schlüsselinhaber müssen hier sein}}"],
  renewed: ["57cef875", "Der Schlüssel von Schlüsselinhaber {seat} wird ersetzt"],
  renewedHint: ["9e041f52", "Kreuzen Sie an, wessen Schlüssel ersetzt wird: weil jemand ausscheidet oder ein Schlüssel verloren oder zweifelhaft ist. Geben Sie dann den Namen der Person ein, die ihn von heute an hat."],
  needRenewed: ["552a80ec", "Kreuzen Sie an, wessen Schlüssel ersetzt wird"],
  attested: ["44250e9f", "{officer}: geprüft"],
  which: ["b7cdd97a", "Welcher Schlüsselinhaber ist hier?"],
  tooMany: ["a5057e39", "Höchstens {most} dürfen als Schlüsselinhaber hier sein"],
  say: ["6bee4db9", "Ich lese vor, was eingegeben wurde. Sagen Sie es, wenn Ihr Name oder Ihre Rolle falsch ist."],
  readBack: ["ea65d389", "Lesen Sie es zuerst vor"],
  correct: ["ec182a21", "Alles richtig: eröffnen"],
  change: ["870a8e1a", "Etwas ändern"],
  renewedKeys: ["37e8f0c9", "Zu ersetzende Schlüssel"],
  needOthers: ["66dec713", "Eine Person darf nur eine Rolle haben"],
  needName: ["ed9b9220", "Geben Sie den Namen ein: {role}"],
  short: ["2a048d76", "2048: schneller, für eine kurze Übung"],
});
