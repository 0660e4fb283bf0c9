// One key of a contact's own: made, attested, rotated, deleted, purged; and the roles that this needs.
import { guid, isFault, random, toHex, type JsonObject } from "../../../crypto/index.ts";
import { MAKERS, READER, type ContactHsm, type NeededRole } from "../../hsm/own-keys.ts";
import { fault } from "../shared/faults.ts";
import type { Ask } from "./asking.ts";
import type { Own, OwnFile } from "./own-file.ts";

/** What is left in the HSM of what was made. */
export interface Left {
  readonly what: "key" | "role";
  readonly name: string;
  /** `deleted`: it waits for its date, because purge protection allows nothing else. `unknown`: it may be there. */
  readonly state: "live" | "deleted" | "unknown";
}

/** What was done with the key. */
export interface KeyDone {
  /** The answer about its card; null if there was none. */
  readonly attestation: JsonObject | null;
  readonly left: readonly Left[];
}

export interface KeyDeps {
  readonly hsm: ContactHsm;
  readonly file: Pick<OwnFile, "earlier" | "note" | "drop">;
  readonly ask: Ask;
  readonly sleep: (seconds: number) => Promise<void>;
  readonly progress: (line: string) => void;
}

const SCOPE = "/keys";

/** A role that was just assigned may not be in force yet: how often, and after how many seconds, it is tried. */
const [ROLE_TRIES, ROLE_SECONDS] = [20, 15];
/** The same for a deleted key, which may take its time to appear or to go. */
const [GONE_TRIES, GONE_SECONDS] = [12, 5];

/**
 * Does all of it, or continues what an earlier run began; removes the key and the roles, however it went.
 * @throws Fault E-CONTACT-STATE, E-CONTACT-FOREIGN; E-FILE-WRITE, with what was made left in the file
 */
export async function useOwnKey(deps: KeyDeps): Promise<KeyDone> {
  const { hsm, file, ask } = deps;
  const facts = await hsm.facts();
  if (facts.activation !== "Active")
    throw fault("E-CONTACT-STATE", { state: facts.activation, needs: "an activated HSM" });
  const earlier = file.earlier ?? { key: newName(), isDeleting: false, roles: [] };
  const work = new Work(deps, earlier, facts.purgeProtection !== false);
  try {
    await work.grant(READER);
    const others = await ask("keys before", () => work.patiently(() => work.others()));
    if (others !== null && others > 0) throw fault("E-CONTACT-FOREIGN", { n: others });
    if (others === null) return { attestation: null, left: await work.end() };
    for (const role of MAKERS) await work.grant(role);
    const attestation = await work.use();
    return { attestation, left: await work.end() };
  } catch (error) {
    await work.end();
    throw error;
  }
}

const newName = (): string => `sd-contact-${toHex(random(8))}`;

class Work {
  readonly #deps: KeyDeps;
  #own: Own;
  readonly #isProtected: boolean;
  /** It was never asked for, so it is nowhere. */
  #isMade: boolean;

  constructor(deps: KeyDeps, own: Own, isProtected: boolean) {
    this.#deps = deps;
    this.#own = own;
    this.#isProtected = isProtected;
    this.#isMade = deps.file.earlier !== null;
  }

  get #keys() {
    return this.#deps.hsm.ownKeys;
  }

  #note(change: Partial<Own>): void {
    this.#own = { ...this.#own, ...change };
    this.#deps.file.note(this.#own);
  }

  /** Assigns a role that the person does not have; its name is durable before. */
  async grant({ id, name: title }: NeededRole): Promise<void> {
    const { hsm, ask } = this.#deps;
    const principal = await hsm.signedInAs();
    if (principal === null) return;
    const all = await ask("role assignments", () => hsm.roleAssignments());
    const has = all?.some(
      (one) => one.principal === principal && one.role === id && [SCOPE, "/"].includes(one.scope),
    );
    if (has === true) return;
    const name = guid(random);
    this.#note({ roles: [...this.#own.roles, { name, scope: SCOPE }] });
    await ask(`assign ${title}`, () => hsm.assignRole({ name, role: id, principal, scope: SCOPE }));
  }

  /** What is refused for a role that may not be in force yet is asked again. */
  async patiently<Answer>(asked: () => Promise<Answer>): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      try {
        return await asked();
      } catch (error) {
        const isEarly = this.#own.roles.length > 0 && tried < ROLE_TRIES;
        if (!isFault(error) || error.code !== "E-HSM-AUTH" || !isEarly) throw error;
        this.#deps.progress(
          "The HSM refuses; the role may not be in force yet. It is asked again.",
        );
        await this.#deps.sleep(ROLE_SECONDS);
      }
    }
  }

  /** How many keys there are that this did not make. */
  async others(): Promise<number> {
    const names = (await this.#deps.hsm.keys()).map(({ name }) => name);
    return new Set(names.filter((name) => name !== this.#own.key)).size;
  }

  /** @returns what its card states; null if there is no answer, or an earlier run had begun to delete it */
  async use(): Promise<JsonObject | null> {
    const { hsm, ask, progress } = this.#deps;
    const { key, isDeleting } = this.#own;
    if (isDeleting) return null;
    const keys = this.#keys;
    progress(`The key ${key} is made, read and attested.`);
    const isThere = this.#isMade && (await ask("the key", () => keys.isLive(key))) === true;
    this.#note({});
    this.#isMade = true;
    if (!isThere) await ask("create", () => this.patiently(() => keys.create(key)));
    await ask("keys", () => hsm.keys());
    const [version] = (await ask("versions", () => keys.versions(key))) ?? [];
    const attestation =
      version === undefined ? null : await ask("attestation", () => keys.attestation(key, version));
    progress(
      "It is rotated: once without a rotation policy, which Azure refuses, and once with one.",
    );
    await ask("rotation policy", () => keys.rotationPolicy(key));
    await this.#refused("rotate without a policy", () => keys.rotate(key));
    await ask("set a rotation policy", () => keys.setRotationPolicy(key));
    await ask("rotate", () => keys.rotate(key));
    await ask("versions", () => keys.versions(key));
    return attestation;
  }

  /** Its refusal is what is believed: the rows say what came. */
  async #refused(question: string, asked: () => Promise<void>): Promise<void> {
    await this.#deps.ask(question, async () => {
      try {
        await asked();
      } catch (error) {
        if (!isFault(error) || error.code !== "E-HSM-STATUS") throw error;
      }
    });
  }

  /** Removes the key, then the roles. @returns what is left */
  async end(): Promise<readonly Left[]> {
    this.#deps.progress("What was made is removed.");
    const key = this.#isMade ? await this.#removeKey() : null;
    const roles: Left[] = [];
    for (const { name, scope } of this.#own.roles) {
      const gone = await this.#deps.ask("remove a role", async () => {
        await this.#deps.hsm.removeAssignment(scope, name);
        return true;
      });
      if (gone !== true) roles.push({ what: "role", name, state: "unknown" });
    }
    const left = [...(key === null ? [] : [{ what: "key", ...key } as const]), ...roles];
    // What only its date removes needs no further run.
    if (left.every(({ state }) => state === "deleted")) this.#deps.file.drop();
    return left;
  }

  async #removeKey(): Promise<Pick<Left, "name" | "state"> | null> {
    const { ask, sleep } = this.#deps;
    const { key: name } = this.#own;
    const keys = this.#keys;
    let [isPurged, seen] = [false, await this.#place()];
    // A key that an earlier run may have deleted, or never made, must be missing again.
    let missing = 0;
    for (let tried = 1; tried <= GONE_TRIES; tried++) {
      if (seen === "gone") {
        missing += 1;
        if (isPurged || missing === (this.#own.isDeleting ? GONE_TRIES / 2 : 2)) return null;
      } else if (seen === "live") {
        this.#note({ isDeleting: true });
        await ask("delete", () => keys.delete(name));
      } else if (seen === "deleted") {
        if (this.#isProtected) return { name, state: "deleted" };
        const asked = await ask("purge", async () => {
          await this.patiently(() => keys.purge(name));
          return true;
        });
        isPurged ||= asked === true;
      }
      const before = seen;
      seen = await this.#place();
      // Nothing waits for what has just been answered as expected.
      if (seen === before || seen === "gone") await sleep(isPurged ? 1 : GONE_SECONDS);
    }
    return { name, state: seen === "gone" ? "unknown" : seen };
  }

  async #place(): Promise<"live" | "deleted" | "gone" | "unknown"> {
    const { ask } = this.#deps;
    const { key } = this.#own;
    const isLive = await ask("the key", () => this.#keys.isLive(key));
    if (isLive === true) return "live";
    const isDeleted = await ask("the deleted key", () => this.#keys.isDeleted(key));
    if (isDeleted === true) return "deleted";
    return isLive === false && isDeleted === false ? "gone" : "unknown";
  }
}
