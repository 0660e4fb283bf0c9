// What an instance's protector and a registered key have in common: which key of which HSM.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import { textAt } from "../answers/shape.ts";
import { alike } from "./about.ts";
import { is, like } from "./expectation.ts";
import { differs, member, named, NOTHING, type Finding } from "./finding.ts";
import { hostOf, keyAddress } from "./ids.ts";
import type { InstanceWithKey } from "./instances.ts";
import { keyAddressOf, newestVersion } from "./key-answers.ts";

/** Checks a SQL object that names a key: its kind, its name, its address with the newest version. */
export function sqlKeyFindings(
  plan: Plan,
  answers: Answers,
  instance: InstanceWithKey,
  value: Json,
): readonly Finding[] {
  const of = instance.name;
  return [
    ...member(value, "properties.serverKeyType", is("AzureKeyVault"), of),
    ...keyAddressFindings(
      plan,
      answers,
      instance.key,
      textAt(value, "properties.uri"),
      named(of, "properties.uri"),
    ),
    ...member(value, "properties.thumbprint", like("hex digits", /^[0-9a-f]{16,128}$/i), of),
  ];
}

/**
 * Checks an address that must be a key's newest version in this HSM.
 * @param path the member's name in findings
 */
export function keyAddressFindings(
  plan: Plan,
  answers: Answers,
  key: string,
  address: string,
  path: string,
): readonly Finding[] {
  const newest = newestVersion(answers, plan.hsm, key);
  const whole = `${keyAddress(plan.hsm, key)}/${newest ?? "VERSION"}`;
  if (newest === null)
    return [differs(path, `${whole}, the newest as az keyvault key show says`, NOTHING)];
  const said = keyAddressOf(address);
  const isRight =
    said !== null
    && said.host === hostOf(plan.hsm)
    && alike(said.name, key)
    && said.version === newest;
  return isRight ? [] : [differs(path, whole, address === "" ? NOTHING : address)];
}
