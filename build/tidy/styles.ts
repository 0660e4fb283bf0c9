// A look is declared once: what several parts of the windows have in common is a class or a token.
import { transformSync } from "esbuild";
import type { Rule, SourceText } from "./source.ts";

interface Look {
  readonly path: string;
  /** When it applies: media and containers around the rule, outermost first. A layer is no condition. */
  readonly where: readonly string[];
  readonly selector: string;
  /** In the order of the alphabet: within a rule the order says nothing where no property is twice. */
  readonly declarations: readonly string[];
}

/** Every rule with the declarations of one before it, under the same conditions; one alone is no look. */
export const styles: Rule = (files) => {
  const before = new Map<string, Look>();
  return files
    .filter(({ path }) => path.endsWith(".css"))
    .flatMap(looksOf)
    .filter(({ declarations }) => declarations.length > 1)
    .flatMap((look) => {
      const body = [...look.where, ...look.declarations].join("\n");
      const first = before.get(body);
      if (first === undefined) before.set(body, look);
      return first === undefined
        ? []
        : [{ path: look.path, line: 0, says: `${look.selector} looks as ${nameOf(first)}` }];
    });
};

const nameOf = ({ path, selector }: Look): string => `${selector} of ${path}`;

/** Read as esbuild writes them: without comments, and spaced alike. */
function looksOf({ path, text }: SourceText): readonly Look[] {
  const { code } = transformSync(text, { loader: "css", minifyWhitespace: true });
  const looks: Look[] = [];
  const around: { readonly head: string; readonly declarations: string[] }[] = [];
  let said = "";
  for (const [token] of code.matchAll(/[{};]|(?:"(?:\\.|[^"\\])*"|[^{};"])+/g)) {
    if (!"{};".includes(token)) {
      said = token.trim();
      continue;
    }
    if (token === "{") around.push({ head: said, declarations: [] });
    else if (said !== "") around.at(-1)?.declarations.push(said);
    said = "";
    const closed = token === "}" ? around.pop() : undefined;
    if (closed === undefined) continue;
    looks.push({
      path,
      where: around.map(({ head }) => head).filter((head) => !head.startsWith("@layer")),
      selector: closed.head,
      declarations: closed.declarations.toSorted(),
    });
  }
  return looks;
}
