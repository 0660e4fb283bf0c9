// Which rows of the catalogues a file names, as text or as a template whose beginning is the noun.
import ts from "typescript";

/**
 * What a file names: whole ids and codes, and forms of ids.
 * @typedef {{readonly whole: readonly string[], readonly forms: readonly RegExp[]}} Named
 */

/** @param {ts.SourceFile} file with parents @returns {Named} */
export function namedIn(file) {
  /** @type {string[]} */
  const whole = [];
  /** @type {RegExp[]} */
  const forms = [];
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isStringLiteralLike(node)) whole.push(node.text);
    whole.push(...sharedNexts(node));
    if (ts.isTemplateExpression(node) && /^[a-z-]+\./.test(node.head.text))
      forms.push(formOf(node));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { whole, forms };
}

/**
 * Whether one of the files names a row.
 * @param {readonly Named[]} all
 * @returns {(id: string) => boolean}
 */
export function namedBy(all) {
  const whole = new Set(all.flatMap((one) => one.whole));
  const forms = all.flatMap((one) => one.forms);
  return (id) => whole.has(id) || whole.has(codeOf(id)) || forms.some((form) => form.test(id));
}

/** The code by which programs name the two rows of a refusal; the id of any other row. */
const codeOf = (/** @type {string} */ id) =>
  /^[a-z-]+-faults\.(E-.*?)(\.next)?$/.exec(id)?.[1] ?? id;

/**
 * The rows that a room's `faultTable(noun, { CODE: key })` names as next steps of several codes.
 * @param {ts.Node} node
 * @returns {readonly string[]}
 */
function sharedNexts(node) {
  if (!ts.isCallExpression(node) || node.expression.getText() !== "faultTable") return [];
  const [noun, shared] = node.arguments;
  if (noun === undefined || !ts.isStringLiteral(noun)) return [];
  return shared === undefined || !ts.isObjectLiteralExpression(shared)
    ? []
    : shared.properties.flatMap((one) =>
        ts.isPropertyAssignment(one) && ts.isStringLiteral(one.initializer)
          ? [`${noun.text}.${one.initializer.text}`]
          : [],
      );
}

/** The ids that a template with a noun at its beginning may become. */
const formOf = (/** @type {ts.TemplateExpression} */ { head, templateSpans }) =>
  new RegExp(
    `^${[head.text, ...templateSpans.map(({ literal }) => literal.text)]
      .map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
      .join(".+")}$`,
  );
