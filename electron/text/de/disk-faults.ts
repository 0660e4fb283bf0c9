// In German: ../en/disk-faults.ts.
import { translation } from "../rows/translation.ts";

export const DISK_FAULTS = translation<"disk-faults">()({
  "E-DISK": ["e3504641", "Das Laufwerk dieses Rechners war nicht lesbar oder nicht beschreibbar."],
  "E-DISK.next": ["56a8d1ca", "Prüfen Sie, ob es voll, schreibgeschützt oder beschädigt ist, und tun Sie das noch einmal. Was vorher protokolliert wurde, ist sicher."],
  "E-RESOURCE": ["975f0bc8", "Dem Rechner sind Arbeitsspeicher oder Dateikennungen ausgegangen."],
  "E-RESOURCE.next": ["0a969b00", "Schließen Sie andere Programme und wiederholen Sie den Schritt."],
});
