// A plan as a file that people complete: each part with what it is for.
import { Document, isMap, isScalar } from "yaml";
import { planSchema, type Plan } from "../plan/plan.ts";

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
}

/** The text of a plan file. @param head what stands above it, as lines */
export function planFile(plan: Plan, head: readonly string[]): string {
  const document = new Document(plan, { aliasDuplicateObjects: false });
  document.commentBefore = head.map((line) => ` ${line}`).join("\n");
  const { properties = {} } = planSchema() as Described;
  if (isMap(document.contents))
    for (const { key } of document.contents.items)
      if (isScalar(key)) {
        const { description } = properties[String(key.value)] ?? {};
        key.spaceBefore = true;
        if (description !== undefined) key.commentBefore = ` ${description}`;
      }
  return document.toString({ lineWidth: 100 });
}
