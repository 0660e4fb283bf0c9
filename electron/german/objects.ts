// Objects of custody, as records name them.
import type { Sentences } from "./sentences.ts";

/** By their English. */
export const OBJECTS: Sentences = {
  "officer-{n} medium": "Schlüsselinhaber {n}: eigener Datenträger",
  "officer-{n} backup medium": "Schlüsselinhaber {n}: Ersatzdatenträger",
  "officer-{n} passphrase envelope": "Schlüsselinhaber {n}: Passphrasenumschlag",
  "officer-{n} card": "Schlüsselinhaber {n}: Karte",
  "officer-{n} medium, officer-{n} backup medium, officer-{n} passphrase envelope and officer-{n} card":
    "eigener Datenträger, Ersatzdatenträger, Passphrasenumschlag und Karte von Schlüsselinhaber {n}",
  "officer-{n} medium, officer-{n} backup medium and officer-{n} passphrase envelope":
    "eigener Datenträger, Ersatzdatenträger und Passphrasenumschlag von Schlüsselinhaber {n}",
  "officer-{n} medium and officer-{n} backup medium":
    "eigener Datenträger und Ersatzdatenträger von Schlüsselinhaber {n}",
  "transfer medium": "Transportdatenträger",
  "domain copy medium": "Datenträger der Domänenkopie",
  "transfer medium and domain copy medium": "Transportdatenträger und Datenträger der Domänenkopie",
};
