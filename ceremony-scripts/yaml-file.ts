// YAML that people complete: each part of a mapping with what it is for.
import { Document, isMap, isScalar } from "yaml";

/**
 * The text of a file with this value.
 * @param head what is above it, as lines
 * @param purpose what a member of the mapping is for, or undefined
 */
export function yamlFile(
  value: object,
  head: readonly string[],
  purpose: (member: string) => string | undefined,
): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  document.commentBefore = head.map((line) => ` ${line}`).join("\n");
  if (isMap(document.contents))
    for (const { key } of document.contents.items)
      if (isScalar(key)) {
        const says = purpose(String(key.value));
        key.spaceBefore = true;
        if (says !== undefined) key.commentBefore = ` ${says}`;
      }
  return document.toString({ lineWidth: 100 });
}
