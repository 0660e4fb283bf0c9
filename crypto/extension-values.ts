// The values of a certificate's extensions that an engine reads too (RFC 5280 4.2.1): of another form than
// theirs one engine refuses the certificate, and the other does not.
import { readDer, readInteger, TAG, writeDer, type Element } from "./der.ts";
import { oidKey, KEY_USAGE, type Fields } from "./x509.ts";

/** Whether both engines read the extensions. What they do not know may have any value. */
export function areReadAlike(extensions: Fields["extensions"]): boolean {
  return [...extensions].every(([name, { value }]) => {
    const isOfForm = FORMS.get(name);
    const element = isOfForm === undefined ? null : readDer(value);
    return isOfForm === undefined || (element !== null && isOfForm(element));
  });
}

const is =
  (wanted: number) =>
  ({ tag }: Element): boolean =>
    tag === wanted;

const FORMS: ReadonlyMap<string, (value: Element) => boolean> = new Map([
  [KEY_USAGE, is(TAG.bitString)],
  [oidKey("2.16.840.1.113730.1.1"), is(TAG.bitString)],
  [oidKey("2.5.29.14"), is(TAG.octetString)],
  [oidKey("2.5.29.17"), areNames],
  [oidKey("2.5.29.18"), areNames],
  [oidKey("2.5.29.19"), areConstraints],
  [oidKey("2.5.29.37"), ({ tag, children }) => tag === TAG.sequence && children.every(is(TAG.oid))],
]);

/** Whether it may certify, and how deep. */
function areConstraints({ tag, children }: Element): boolean {
  const [path, more] = children[0]?.tag === TAG.boolean ? children.slice(1) : children;
  const isPath = path === undefined || (readInteger(path) ?? DEEPEST) < DEEPEST;
  return tag === TAG.sequence && isPath && more === undefined;
}
const DEEPEST = 2 ** 31;

/** The kinds of GeneralName, each as it is tagged. */
const NAMES: readonly number[] = [0xa0, 0x81, 0x82, 0xa3, 0xa4, 0xa5, 0x86, 0x87, 0x88];
const REGISTERED = 0x88;

function areNames({ tag, children }: Element): boolean {
  return (
    tag === TAG.sequence
    && children.every(
      (one) =>
        NAMES.includes(one.tag)
        && (one.tag !== REGISTERED || readDer(writeDer(TAG.oid, one.content)) !== null),
    )
  );
}
