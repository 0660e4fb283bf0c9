// In German: ../en/home-now.ts.
import { translation } from "../rows/translation.ts";

export const HOME_NOW = translation<"home-now">()({
  nothingYet: ["12c68e93", "Noch ist hier nichts in Verwahrung. Beginnen Sie mit „Aktivieren“; eine Domäne aus anderen Werkzeugen lässt sich aufnehmen."],
  newHere: ["819df829", "Noch ist hier nichts in Verwahrung. Fanden Zeremonien auf einem anderen Rechner statt, fügen Sie hier das letzte Protokoll hinzu; sonst beginnen Sie mit „Aktivieren“."],
  replace: ["d66d3605", "Jetzt: einen Schlüsselinhaber ersetzen"],
  wouldFail: ["0ffb05fd", "Eine Wiederherstellung würde heute scheitern. Erzeugen Sie neue Schlüssel, solange das HSM noch läuft."],
  trouble: ["fc799262", "Auf den Schlüssel von Schlüsselinhaber {seat}, {name}, ist kein Verlass."],
  replaceKeys: ["9dc112a3", "Jetzt: die Schlüssel ersetzen"],
  foreign: ["e35cca6c", "Sie wurden mit anderen Werkzeugen erzeugt."],
  handOff: ["eb582845", "Jetzt: weitergeben"],
  nextOfficer: ["c375637b", "Jetzt: mit dem nächsten Schlüsselinhaber prüfen"],
  partly: ["ebfab7d1", "Geprüft: Schlüsselinhaber {have}. Es fehlt noch: {left}.", "haveCount", "Officer", "Officers", "leftCount", "officer", "officers"],
  complete: ["6b3cd407", "Jetzt: Verwahrungsprüfung abschließen"],
  allAttested: ["20f660ec", "Alle Teile sind hier."],
  attest: ["c0b215fd", "Jetzt: Verwahrung prüfen"],
  neverAttested: ["458d985f", "Die Verwahrung wurde noch nie geprüft. Geprüft wird ein Schlüsselinhaber nach dem anderen."],
  attestationLate: ["b2aefaa9", "Die Verwahrungsprüfung ist seit {days, plural, one {1 Tag} other {{days} Tagen}} überfällig. Geprüft wird ein Schlüsselinhaber nach dem anderen."],
  unchecked: ["4636fb1a", "Der Schlüssel von Schlüsselinhaber {seat}, {name}, ist zu prüfen."],
  try: ["d3004ca8", "Jetzt: Wiederherstellung erproben"],
  dryRunLate: ["e99bd75c", "Die jährliche Probe der Wiederherstellung ist seit {days, plural, one {1 Tag} other {{days} Tagen}} überfällig."],
  nothingDue: ["446cbfe8", "Heute steht nichts an. {next}"],
  unmet: ["d307945b", "Nicht erfüllt: {rules}"],
  degraded: ["cefc93ab", "Die Verwahrung ist eingeschränkt: Die Gründe stehen daneben. {next}"],
  next: ["823456b0", "Nächste Verwahrungsprüfung: {at, date, day}, {until}."],
  nextAfter: ["1d7b110e", "Zuletzt geprüft: {ago}. Nächste Verwahrungsprüfung: {at, date, day}, {until}."],
});
