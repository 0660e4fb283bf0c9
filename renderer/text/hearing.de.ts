// In German: what ./hearing.ts says.

const NUMBERS = ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht"];

const ORDINALS = ["erste", "zweite", "dritte", "vierte"];

/** A line's number as it is spoken, from 1. */
const spoken = (line: number): string => NUMBERS[line - 1] ?? String(line);

/** The sentences of a hearing. */
export const HEARING = {
  writeVerb: "Schreiben Sie sie auf",
  writeOnCard: "auf Ihre Karte, Zeile für Zeile",
  writeOnPaper: "auf Papier, Zeile für Zeile",
  written: "Aufgeschrieben: Wörter ausblenden",
  wordsToWrite: "Die Wörter, acht Zeilen zu vieren",
  listenVerb: "Zuhören und auswählen",
  reader: (name: string): string => `${name} liest vor`,
  sayLine: (line: number): string => `Zeile ${spoken(line)}.`,
  thenRead: "Dann ihre vier Wörter, langsam, vom Papier. Dann innehalten.",
  thenReadImage:
    "Dann ihre vier Wörter, langsam, vom Papier, das mit dem Live-Abbild kam. Dann innehalten.",
  notRight: (line: number): string =>
    `Zeile ${line} wurde falsch verstanden. Lesen Sie Zeile ${line} noch einmal.`,
  differsAgain: "Weicht es wieder ab, ist es nicht dieselbe Datei: Vermerken Sie eine Ausnahme.",
  imageDiffersAgain:
    "Weicht es wieder ab, ist es nicht das Abbild auf dem Papier: Brechen Sie die Zeremonie ab und "
    + "klären Sie es, bevor jemand diesen Datenträger benutzt.",
  which: (word: number): string =>
    `Welches Wort haben Sie gehört: das ${ORDINALS[word - 1] ?? "nächste"}?`,
  judging: "Einen Augenblick",
  full: "Ein Wort zurücknehmen oder die Zeile noch einmal lesen",
  choices: "Wörter zur Auswahl",
  heard: (words: number): string => `${words} von 32 Wörtern gehört.`,
  howWrong: "Ein falsches Wort zeigt sich, wenn seine Zeile voll ist.",
  again: (line: number): string => `Zeile ${line} noch einmal lesen`,
  showAgain: "Wörter noch einmal anzeigen",
  fromStart: "Noch einmal ab der ersten Zeile",
  allHeard: "Alle 32 Wörter wurden gehört, und alle stimmen.",
  heardSay: "Alle Wörter sind gleich.",
  heardVerb: "Bestätigen",
  heardDetail: "alle acht Zeilen stimmen",
  lines: "Bisher gehörte Zeilen",
  line: (line: number): string => `Zeile ${line}`,
  rightLine: "richtig",
  keys:
    "Tippen Sie die ersten Buchstaben oder nehmen Sie die Pfeiltasten. Eingabe wählt, "
    + "Rücktaste nimmt zurück.",
  notHere: "Die Wörter werden vorbereitet.",
  show: "Wörter anzeigen",
  decideVerb: "Beschließen",
  decideDetail: "zwei Schlüsselinhaber, laut",
  decide:
    "Diese Schlüsselinhaber beschließen fortzufahren, obwohl der Schlüssel nicht "
    + "attestiert ist",
  needTwo: "Zwei Schlüsselinhaber müssen es beschließen",
} as const;
