// What a form still lacks, read from the page itself, so that every waiting button leads there in
// the same way.
import type { Lack } from "../text/refusal.ts";

/** The first missing thing of a form. */
interface Missing {
  readonly lack: Lack;
  /** As it is read out. */
  readonly label: string;
  /** What takes the focus. */
  readonly element: HTMLElement;
}

const FIELDS =
  "input:not([type=checkbox], [type=radio], [type=hidden]), textarea, [role=radiogroup]";

/**
 * The first field or choice within `around` that is missing or wrong, in page order. A box may be
 * unticked for a reason: it counts only if nothing else is missing.
 */
export function firstMissing(around: ParentNode): Missing | null {
  for (const field of around.querySelectorAll<HTMLElement>(FIELDS)) {
    const lack = lackOf(field);
    if (lack !== null && field.checkVisibility()) return missing(lack, field);
  }
  const boxes = [...around.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
  const box = boxes.find(({ checked, disabled }) => !checked && !disabled);
  return box === undefined ? null : missing("unticked", box);
}

function lackOf(field: HTMLElement): Lack | null {
  if (field.getAttribute("role") === "radiogroup")
    return field.querySelector("input:checked") === null
      && field.querySelector("input:enabled") !== null
      ? "unchosen"
      : null;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return null;
  if (field.disabled || field.readOnly) return null;
  if (field.getAttribute("aria-invalid") === "true") return "wrong";
  return field.value.trim() === "" && field.dataset["optional"] === undefined ? "empty" : null;
}

function missing(lack: Lack, field: HTMLElement): Missing {
  const radio = field.querySelector<HTMLElement>("input:enabled");
  return { lack, label: labelOf(field), element: radio ?? field };
}

/** The name that a screen reader reads out. */
function labelOf(field: HTMLElement): string {
  const ids = (field.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean);
  const labels =
    ids.length > 0
      ? ids.flatMap((id) => document.getElementById(id) ?? [])
      : field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
        ? [...(field.labels ?? [])]
        : [];
  const named = field.getAttribute("aria-label") ?? labels.map(readOut).join(" ");
  return named.replaceAll(/\s+/g, " ").trim();
}

/** Its text without decorative parts. */
function readOut(element: Element): string {
  const copy = element.cloneNode(true);
  if (copy instanceof Element)
    for (const hidden of copy.querySelectorAll("[aria-hidden=true]")) hidden.remove();
  return copy.textContent ?? "";
}
