// In German: what ./photographs.ts says.

export const PHOTOGRAPHS = {
  open: "Fotos der Siegel",
  title: "Fotos der Siegel",
  intro:
    "Fotografieren Sie jeden Beutel mit seinem Siegel, mit einer Kamera oder einem Telefon außerhalb "
    + "der App. Nennen Sie jede Datei nach der Nummer ihres Beutels, etwa 0048 2213.jpg, und bringen "
    + "Sie alle in einem Ordner. Haben Sie die Fotos vom letzten Mal aufbewahrt, bringen Sie sie mit.",
  keep:
    "Das Protokoll enthält den SHA-256 jedes Fotos, nicht das Bild: Bewahren Sie die Dateien "
    + "unverändert für die nächste Verwahrungsprüfung auf.",
  choose: "Ordner wählen",
  objects: "Beutel, deren Nummern in dieser Zeremonie gelesen wurden",
  object: (name: string, seat: number | null): string =>
    seat === null ? name : `${name} von Schlüsselinhaber ${seat}`,
  before: "Letztes Mal",
  now: "Dieses Mal",
  none: "Keines im früheren Protokoll",
  noneNow: "Noch keines",
  seal: (seal: string): string => `Beutel ${seal}`,
  notHere: (day: string): string => `Protokolliert am ${day}; heute nicht dabei`,
  recordedAway: "Protokolliert; die Datei ist nicht hier",
  recorded: "Protokolliert",
  fresh: "Noch nicht protokolliert",
  of: (object: string, seal: string): string => `${object}, Beutel ${seal}`,
  others: (count: number): string =>
    count === 1
      ? "Ein Foto heißt nach keinem dieser Beutel und ist keines vom letzten Mal: Es wird nicht "
        + "protokolliert. Eine neu gespeicherte Datei ist eine andere Datei."
      : `${String(count)} Fotos heißen nach keinem dieser Beutel und sind keine vom letzten Mal: Sie `
        + "werden nicht protokolliert. Eine neu gespeicherte Datei ist eine andere Datei.",
  record: (count: number): string =>
    count === 1 ? "Ein Foto protokollieren" : `${String(count)} Fotos protokollieren`,
  missing: "Bringen Sie zuerst Fotos dieser Beutel",
  look: "Vergleichen Sie sie: das Siegel, seine Nummer, die Ränder des Beutels. Weicht etwas ab, vermerken Sie eine Ausnahme.",
  close: "Schließen",
} as const;
