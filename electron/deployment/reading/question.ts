// What a command that only reads asks Azure: the same question, as one request of the connected station.
// What nobody but a person can run - in a machine, on a jump box, once - has none.
import { askedBy, versionOf } from "../plan/azure-resources.ts";
import { listOfIn, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { idIn } from "../proofs/ids.ts";

/** One request: to Resource Manager by a resource's id, or to an HSM by the path below its address. */
export type Question =
  | {
      readonly of: "resource-manager";
      /** An id, or what is asked of the subscription; it begins with a slash. */
      readonly path: string;
      readonly version: string;
      /** The body, if the question is a POST that changes nothing. */
      readonly body?: string;
      readonly listOf?: string;
    }
  | {
      readonly of: "hsm";
      /** The HSM's name, in lower case. */
      readonly hsm: string;
      readonly path: string;
      readonly version: string;
      /** What the list is of; its answer repeats it. */
      readonly listOf?: string;
    };

/** The flags of a command by name, without the hyphens. */
type Flags = ReadonlyMap<string, string>;
type Ask = (flags: Flags, plan: Plan) => Question;

const at = (flags: Flags, name: string): string => flags.get(name) ?? "";

/** What is asked of a group, or of the subscription: `{FLAG}` stands for the flag's value. */
const asking =
  (path: string, version: string): Ask =>
  (flags, plan) => {
    const named = path.replace(/\{([a-z-]+)\}/g, (_, name: string) => at(flags, name));
    const group = flags.get("resource-group");
    return {
      of: "resource-manager",
      path:
        group === undefined
          ? `/subscriptions/${plan.subscription}/providers/${named}`
          : idIn(plan, group, named),
      version,
    };
  };

const ofHsm =
  (path: string): Ask =>
  (flags) => ({
    of: "hsm",
    hsm: at(flags, "hsm-name").toLowerCase(),
    path: path.replace("{name}", at(flags, "name")),
    version: "7.5",
  });

/** By the command's own words: what is none of the resources' questions. */
const ASKS: ReadonlyMap<string, Ask> = new Map(
  Object.entries<Ask>({
    "provider show": asking("{namespace}", "2021-04-01"),
    "feature show": asking(
      "Microsoft.Features/providers/{namespace}/features/{name}",
      "2021-07-01",
    ),
    "group show": (flags, { subscription }) => ({
      of: "resource-manager",
      path: `/subscriptions/${subscription}/resourceGroups/${at(flags, "name")}`,
      version: "2021-04-01",
    }),
    "keyvault check-name": (flags, plan) => ({
      ...asking("Microsoft.KeyVault/checkMhsmNameAvailability", versionOf("hsm"))(flags, plan),
      body: JSON.stringify({ name: at(flags, "name") }),
    }),
    "keyvault setting show": ofHsm("settings/{name}"),
    "keyvault key show": ofHsm("keys/{name}"),
    "keyvault key list": ofHsm("keys"),
    "keyvault key list-deleted": ofHsm("deletedkeys"),
    "keyvault key list-versions": ofHsm("keys/{name}/versions"),
    "keyvault key rotation-policy show": ofHsm("keys/{name}/rotationpolicy"),
    "keyvault role assignment list": (flags, plan) => {
      const scope = at(flags, "scope").slice(1);
      return ofHsm(
        `${scope === "" ? "" : `${scope}/`}providers/Microsoft.Authorization/roleAssignments`,
      )(flags, plan);
    },
    rest: (flags) => {
      const [, host = "", path = "", version = ""] =
        /^https:\/\/([^/]+)(\/[^?]*)\?api-version=([\w.-]+)$/.exec(at(flags, "url")) ?? [];
      const [hsm = ""] = host.split(".");
      return flags.has("resource")
        ? { of: "hsm", hsm, path: path.slice(1), version }
        : { of: "resource-manager", path, version };
    },
  }),
);

/**
 * The request of a read-only command; null if a person must run it: in a machine, on a jump box, or
 * because a step keeps its answer.
 */
export function questionOf(plan: Plan, { words, kept }: CommandLine): Question | null {
  const texts = words.filter((word) => typeof word === "string");
  const first = texts.findIndex((word) => word.startsWith("--"));
  const name = texts.slice(1, first < 0 ? texts.length : first).join(" ");
  if (texts[0] !== "az" || kept === true) return null;
  const asked = askedBy(name);
  const ask = asked === undefined ? ASKS.get(name) : asking(asked.path, asked.version);
  const flags = flagsOf(texts);
  const question = ask?.(flags, plan) ?? null;
  const listOf = listOfIn(at(flags, "query"));
  return question === null || listOf === undefined ? question : { ...question, listOf };
}

function flagsOf(texts: readonly string[]): Flags {
  const flags = texts.flatMap((word, n) =>
    word.startsWith("--") ? [[word.slice(2), texts[n + 1] ?? ""] as const] : [],
  );
  return new Map(flags);
}
