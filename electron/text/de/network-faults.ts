// In German: ../en/network-faults.ts.
import { translation } from "../rows/translation.ts";

export const NETWORK_FAULTS = translation<"network-faults">()({
  "E-NET-UP": ["0f34ee90", "Diese Station ist verbunden: {names}."],
  "E-NET-UP.next": ["e4c9b841", "Ziehen Sie jedes Kabel ab, schalten Sie jeden Funk aus und wiederholen Sie den Schritt."],
  "E-NET-WAS-ONLINE": ["40ab13a0", "Diese Station hatte seit ihrem Start ein Netzwerk oder verlor ein Netzwerkgerät."],
  "E-NET-WAS-ONLINE.next": ["d7c9de09", "Starten Sie sie ohne Kabel und mit ausgeschaltetem Funk neu und wiederholen Sie den Schritt."],
  "E-TRACE-CORE": ["99e9a7eb", "Ein Absturz auf diesem Rechner könnte einen Schlüssel oder eine Passphrase in einer Datei hinterlassen."],
  "E-TRACE-CORE.next": ["ad2efcde", "Starten Sie die App mit ihrem eigenen Startprogramm und wiederholen Sie den Schritt. Wird er wieder abgelehnt, entfernen Sie, was auf diesem Rechner Abstürze sammelt: systemd-coredump oder apport."],
  "E-TRACE-SWAP": ["be246b5f", "Dieser Rechner schreibt Arbeitsspeicher auf sein Laufwerk: {names}."],
  "E-TRACE-SWAP.next": ["9c25d0d4", "Schalten Sie das als root aus (swapoff -a) und wiederholen Sie den Schritt. Verschlüsselte Auslagerung ist erlaubt."],
  "E-NET-UNREADABLE": ["b3c4c7df", "Der Zustand der Netzwerkschnittstellen ließ sich nicht lesen."],
  "E-NET-UNREADABLE.next": ["608ed70a", "Starten Sie die Station neu. Hilft das nicht, nehmen Sie eine andere."],
});
