// In German: what ./print.ts says.

export const PRINT = { button: "Ablauf drucken", pick: "Einen Ablauf drucken" } as const;

/** After the file was written and read back. */
export const printedLine = (pages: number): string =>
  `Als PDF gespeichert: ${pages === 1 ? "1 Seite" : `${pages} Seiten`}.`;
