// In German: ../en/runbook-network.ts.
import { translation } from "../rows/translation.ts";

export const RUNBOOK_NETWORK = translation<"runbook-network">()({
  "networks.title": ["b3911f3f", "Die Netzwerke nachweisen"],
  "endpoints.title": ["b401947a", "Endpunkte und Namen nachweisen"],
  "dns.title": ["d21abce3", "Jeden DNS-Server nach dem HSM fragen"],
  "reach.title": ["904c42ec", "Das HSM von jedem Sprungrechner aus erreichen"],
  "endpoint.title": ["874fac78", "Den Endpunkt von {region} erstellen"],
  "wayIn.title": ["1737b4ba", "Den Zugang aus jeder Region nachweisen"],
  "off.title": ["74039ed5", "Ihn abschalten"],
  "still.title": ["f0417902", "Nachweisen, dass die Sprungrechner es noch erreichen"],
  "reach.role": ["b8872b01", "Managed HSM Crypto Auditor oder Crypto User, auf dem Sprungrechner angemeldet"],
  "endpoint.changes": ["dc1852de", "Erstellt den Endpunkt, die eigene Zone dieser Region, deren Verknüpfung und darin den Eintrag des HSM."],
  "endpoint.undo": ["d7b7b3b9", "az network private-endpoint delete, dann die Verknüpfung und die Zone."],
  "endpoint.cost": ["99cec480", "Ein privater Endpunkt und eine Zone, nach Stunden und Datenmenge"],
  "endpoint.takes": ["98b5fa13", "Minuten; die Verbindung steht nach ihrer Genehmigung noch etwa 40 Sekunden auf Updating"],
  "endpoint.note": ["856e1ea5", "Zwei Zonen gleichen Namens, eine in jeder Ressourcengruppe: Eine Zone für beide Regionen hätte unter einem Namen beide Adressen."],
  "off.changes": ["dda15863", "Von jetzt an werden Schlüssel, Rollen und Sicherungen nur noch aus den Netzwerken heraus verwaltet."],
  "off.undo": ["dfae69a1", "Derselbe Befehl mit Enabled und Allow: Resource Manager ist nie hinter dieser Firewall."],
  "off.twoPeople": ["b73037b2", "Es sperrt alle aus, deren Zugang nicht nachgewiesen wurde."],
  "off.note": ["21c9b9a0", "Der Befehl liest das ganze HSM und schreibt es zurück: Niemand sonst darf es währenddessen ändern."],
  "off.note2": ["4d2ac494", "Datenträger, Speicherkonten und Cosmos DB kommen über die Umgehung (bypass), nicht über einen Endpunkt."],
});
