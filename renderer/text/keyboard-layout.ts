// The name of a keyboard layout, from the letters on its keys.

export type Layout =
  | { readonly kind: "known"; readonly name: string }
  | { readonly kind: "other"; readonly letters: string }
  | { readonly kind: "unknown" };

/** The six keys right of Tab, by position (W3C UI Events code values). */
const ROW = ["KeyQ", "KeyW", "KeyE", "KeyR", "KeyT", "KeyY"] as const;

const NAMES: Readonly<Record<string, string>> = {
  qwerty: "QWERTY",
  qwertz: "QWERTZ",
  azerty: "AZERTY",
  "',.pyf": "Dvorak",
  qwfpgj: "Colemak",
};

/** Names a layout. @param letterAt the letter on the key at a position, if known */
export function nameLayout(letterAt: (code: string) => string | undefined): Layout {
  const letters = ROW.map((code) => letterAt(code) ?? "");
  if (letters.includes("")) return { kind: "unknown" };
  const row = letters.join("").toLowerCase();
  const name = NAMES[row];
  return name === undefined ? { kind: "other", letters: row } : { kind: "known", name };
}
