// In German: what ./plan-terms.ts says.

/** A term, and what it means. */
export const PLAN_TERMS: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: "South India, SI",
    text: "die Azure-Region southindia (Chennai): Produktion. Keine Verfügbarkeitszonen",
  },
  { term: "Central India, CI", text: "die Azure-Region centralindia (Pune): Notfallbetrieb" },
  {
    term: "erweitertes HSM",
    text: "ein Managed HSM mit einem zweiten Pool in einer anderen Region; nicht zwei HSM",
  },
  {
    term: "CMK",
    text:
      "kundenverwalteter Schlüssel: einer der Schlüssel des HSM, mit dem ein Dienst seinen "
      + "eigenen verschlüsselt",
  },
  {
    term: "TDE, DEK",
    text: "Verschlüsselung einer Datenbank und ihr Schlüssel, den der CMK verschlüsselt",
  },
  {
    term: "DES",
    text: "disk encryption set: verbindet Datenträger einer Region mit einem Schlüssel",
  },
  { term: "ASR", text: "Azure Site Recovery: kopiert Maschinen in eine andere Region" },
  { term: "PE", text: "privater Endpunkt: die Adresse des HSM innerhalb eines Netzwerks" },
  { term: "SQL MI", text: "SQL Managed Instance" },
  { term: "Sprungrechner", text: "eine Maschine im Netzwerk, von der aus das HSM verwaltet wird" },
];

/** What is said below them. */
export const SI_AND_CI =
  "Wo man bei Contoso SI und CI für Teile der Firma sagt, sind nicht diese Regionen " + "gemeint.";
