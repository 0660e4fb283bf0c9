// A scanner acts as a keyboard: it types the content of a label's QR code, and then Enter.
import type { KeyboardEvent } from "react";
import { FIELD, fieldId, goToNextField } from "../parts/field.tsx";
import type { Draft } from "../stores/draft.ts";

/**
 * For a form's element. A scanned label moves to its object's first field, and restores the field
 * it was typed into; any other Enter moves to the next field.
 * @param names the first field of each object, by its label's text
 */
export function goToScanned(
  event: KeyboardEvent<HTMLElement>,
  draft: Pick<Draft, "write">,
  names: ReadonlyMap<string, string>,
): void {
  const { key, target } = event;
  const scanned = target instanceof HTMLInputElement ? target.value.trim().toLowerCase() : "";
  const name = key === "Enter" ? names.get(scanned) : undefined;
  if (name === undefined || !(target instanceof HTMLInputElement)) {
    goToNextField(event);
    return;
  }
  event.preventDefault();
  if (target.id.startsWith(FIELD)) draft.write(target.id.slice(FIELD.length), "");
  document.getElementById(fieldId(name))?.focus();
}
