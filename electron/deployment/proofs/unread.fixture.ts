// For tests: the rows of UNREAD.md, and what each covers.
import { readFileSync } from "node:fs";

export interface Unread {
  /** The row as it is written, to name it. */
  readonly text: string;
  readonly covers: (accepted: Accepted) => boolean;
}

/** A false answer that its proof accepts. */
export interface Accepted {
  readonly check: string;
  readonly kind: string;
  readonly path: string;
  readonly change: "left out" | "other";
}

/** `a, b`, `any` or `any but a, b`. */
function among(cell: string): (name: string) => boolean {
  if (cell === "any") return () => true;
  const but = cell.startsWith("any but ");
  const names = new Set(cell.replace("any but ", "").split(", "));
  return (name) => names.has(name) !== but;
}

const pathsOf = (cell: string): ((path: string) => boolean) => {
  const patterns = [...cell.matchAll(/`([^`]+)`/g)].map(([, one = ""]) => one);
  return (path) =>
    patterns.some((one) => (one.endsWith("*") ? path.startsWith(one.slice(0, -1)) : path === one));
};

const page = readFileSync(new URL("UNREAD.md", import.meta.url), "utf8");

export const UNREAD: readonly Unread[] = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| Answer "))
  .map((text) => {
    const [kinds = "", members = "", proofs = "", may = ""] = text.slice(2).split(" | ");
    const [isKind, isPath, isProof, mayBe] = [
      among(kinds),
      pathsOf(members),
      among(proofs),
      among(may),
    ];
    return {
      text,
      covers: ({ check, kind, path, change }) =>
        isKind(kind) && isPath(path) && isProof(check) && mayBe(change),
    };
  });
