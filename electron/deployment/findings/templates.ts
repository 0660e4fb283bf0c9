// Versions of Resource Manager in a company's own templates and scripts: those of Key Vault that end.
import { isEnding } from "../plan/azure-facts.ts";

/** A question of Microsoft.KeyVault in a file. */
export interface TemplateVersion {
  /** From 1. */
  readonly line: number;
  /** `Microsoft.KeyVault/managedHSMs`. */
  readonly type: string;
  /** "" if it is computed, or none is said. */
  readonly version: string;
  /** Whether Azure refuses it from 27 February 2027 on; null if that cannot be read. */
  readonly ends: boolean | null;
}

/** The ends of names of files that may ask Resource Manager. */
export const TEMPLATE_FILES = [".bicep", ".json", ".jsonc", ".tf", ".sh", ".ps1", ".yml", ".yaml"];

const TYPE = String.raw`Microsoft\.KeyVault\/[A-Za-z]+(?:\/[A-Za-z]+)*`;
const DAY = String.raw`\d{4}-\d\d-\d\d(?:-[a-z]+)?`;
/** Bicep, and Terraform's azapi. */
const AT = new RegExp(`(${TYPE})@(${DAY})`, "gi");
/** A template of Resource Manager: its version is a member of the same object. */
const MEMBER = new RegExp(String.raw`"type"\s*:\s*"(${TYPE})"`, "gi");
const VERSION = new RegExp(String.raw`"apiVersion"\s*:\s*"([^"]*)"`, "i");
/** An address, as of `az rest`. */
const ADDRESS = /(Microsoft\.KeyVault\/[^\s"'?]*)\?[^\s"']*?api-version=([\w.-]*)/gi;

/** Every version by which a text asks Microsoft.KeyVault, in the order of its lines. */
export function versionsIn(text: string): readonly TemplateVersion[] {
  const lineAt = (index: number): number => text.slice(0, index).split("\n").length;
  const one = (index: number, type: string, said: string): TemplateVersion => {
    const version = new RegExp(`^${DAY}$`, "i").test(said) ? said : "";
    return { line: lineAt(index), type, version, ends: version === "" ? null : isEnding(version) };
  };
  const found = [
    ...[...text.matchAll(AT)].map(({ index, 1: type = "", 2: version = "" }) =>
      one(index, type, version),
    ),
    ...[...text.matchAll(MEMBER)].map(({ index, 1: type = "" }) =>
      one(index, type, VERSION.exec(objectAround(text, index))?.[1] ?? ""),
    ),
    ...[...text.matchAll(ADDRESS)].map(({ index, 1: path = "", 2: version = "" }) =>
      one(index, typeOfPath(path), version),
    ),
  ];
  return found.toSorted((a, b) => a.line - b.line);
}

/** `Microsoft.KeyVault/managedHSMs/NAME/regions` without its names. */
const typeOfPath = (path: string): string =>
  path
    .split("/")
    .filter((part, n) => part !== "" && (n === 0 || n % 2 === 1))
    .join("/");

/** The members of the object that has this place, without those of objects in it. */
function objectAround(text: string, index: number): string {
  let depth = 0;
  let from = index;
  while (from > 0 && depth >= 0) {
    from -= 1;
    if (text[from] === "}") depth += 1;
    if (text[from] === "{") depth -= 1;
  }
  let own = "";
  depth = 0;
  for (const one of text.slice(from)) {
    if (one === "{") depth += 1;
    if (depth === 1) own += one;
    if (one === "}") depth -= 1;
    if (depth === 0) break;
  }
  return own;
}
