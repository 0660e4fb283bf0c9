// In German: ../en/away.ts.
import { translation } from "../rows/translation.ts";

export const AWAY = translation<"away">()({
  lead: ["e05947c9", "Hier kann niemand etwas ins Protokoll schreiben, bis sie zurückkommt. Es geht nichts verloren."],
  next: ["f47f1edc", "Was zu tun ist"],
  "steps.connected.0": ["c1881183", "Bringen Sie den Transportdatenträger und den Datenträger der Domänenkopie zur verbundenen Station (dem Sprungrechner) und stecken Sie beide dort ein."],
  "steps.connected.1": ["cf6bbb9c", "Machen Sie dort weiter: Folgen Sie deren Bildschirm."],
  "steps.connected.2": ["26c99de6", "Wenn die Zeremonie zurückkommt, stecken Sie den Transportdatenträger hier ein."],
  "steps.offline.0": ["4692e363", "Bringen Sie den Transportdatenträger und den Datenträger der Domänenkopie zur Offline-Station und stecken Sie beide dort ein."],
  "steps.offline.1": ["cf6bbb9c", "Machen Sie dort weiter: Folgen Sie deren Bildschirm."],
  "steps.offline.2": ["f604eafc", "Wenn die Zeremonie wieder hierher kommt, stecken Sie den Transportdatenträger hier ein."],
  seen: ["72211cc2", "Was diese Station sieht"],
  carry: ["89d7e2aa", "Das Protokoll darauf schreiben"],
  head: ["0b95056e", "Schreiben Sie diese Wörter auf"],
  headLine: ["00959eee", "Sie sind der Prüfwert des Protokolls bei der Übergabe. Nehmen Sie sie mit: Die andere Station zeigt dieselben zehn Wörter, und der Zeuge vergleicht sie."],
  nothing: ["df85d544", "Nichts zu drücken. Der Bildschirm geht von selbst weiter, wenn die Zeremonie zurückkommt."],
  "medium.missing": ["35e00a23", "Es steckt kein Transportdatenträger."],
  "medium.as-it-left": ["c228f42b", "Der Transportdatenträger steckt, wie er von hier wegging: Noch hat niemand weitergemacht. Werfen Sie ihn aus und bringen Sie ihn hin."],
  "medium.without": ["8200f988", "Es steckt ein Transportdatenträger, aber ohne das Protokoll oder mit einem früheren Stand. Ist es der, der reist, schreiben Sie das Protokoll darauf."],
  "medium.other": ["58165568", "Der eingesteckte Transportdatenträger gehört zu einer anderen Zeremonie oder zu einer Übung. Ziehen Sie ihn ab."],
  "medium.damaged": ["47a8e6c6", "Das Protokoll auf dem Transportdatenträger ist beschädigt. Bringen Sie ihn zur anderen Station zurück und übergeben Sie das Protokoll noch einmal."],
  "medium.forked": ["cb276d18", "Das Protokoll auf dem Transportdatenträger setzt nicht das fort, das von hier wegging. Das ist ein Vorfall: Legen Sie den Datenträger beiseite und vermerken Sie eine Ausnahme."],
  "title.offline": ["db4b7b20", "Die Zeremonie ist an der Offline-Station"],
  "title.connected": ["80adb46a", "Die Zeremonie ist an der verbundenen Station"],
});
