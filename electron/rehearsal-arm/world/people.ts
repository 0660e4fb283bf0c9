// Who asks: people with tokens of their own, each in the groups whose roles they use.
import { toBase64Url, utf8 } from "../../../crypto/index.ts";

export interface Person {
  /** What the person does here, as one word: their token's name. */
  readonly name: string;
  readonly objectId: string;
  /** Object ids of the person's groups, and of what else they may act as. */
  readonly groups: readonly string[];
  readonly token: string;
}

/** Makes a person with a token that begins like Azure's: a header, claims, then the secret. */
export function personOf(
  given: Omit<Person, "token">,
  tenant: string,
  random: (length: number) => Uint8Array,
): Person {
  const part = (value: object): string => toBase64Url(utf8(JSON.stringify(value)));
  const claims = { tid: tenant, oid: given.objectId, exp: 4_102_444_800 };
  const token = `${part({ typ: "JWT", alg: "none" })}.${part(claims)}.${toBase64Url(random(32))}`;
  return { ...given, token };
}

/** Whose token a request carries. */
export function bearerOf(
  authorization: string | undefined,
  people: readonly Person[],
): Person | null {
  const shown = /^Bearer ([\x21-\x7e]+)$/i.exec(authorization ?? "")?.[1];
  return people.find(({ token }) => token === shown) ?? null;
}
