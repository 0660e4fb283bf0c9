// For tests: a rehearsal HSM on the loopback, and a strict client over real TLS.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { isObject, random, readJson, type Json, type JsonObject } from "../../crypto/index.ts";
import { ADMINISTRATOR } from "./sign-in.ts";
import { startRehearsalHsm, type RehearsalHsmArgs, type RunningHsm } from "./rehearsal-hsm.ts";

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rehearsal-hsm-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Starts one in this process, on a folder of its own unless told, and stops it after the test. Its
 * clock is stopped but for `pass`, so that no test depends on how fast the machine is.
 */
export async function startHsm(args: Partial<RehearsalHsmArgs> = {}): Promise<TimedClient> {
  const dir = args.dir ?? temporaryFolder();
  let now = Date.now();
  const running = await startRehearsalHsm({ ...args, dir, clock: () => new Date(now), random });
  onTestFinished(() => running.close());
  const pass = (seconds: number) => void (now += seconds * 1000);
  return { ...clientOf(running, async () => pass(1)), running, pass };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** The body as an object; empty where it is none. */
  readonly body: JsonObject;
}

/** A member that must be a text. */
export function textOf(value: Json | undefined): string {
  if (typeof value !== "string") throw new Error("A text was expected in the answer.");
  return value;
}

/** Where a server answers, in this process or another. */
export type Address = Pick<
  RunningHsm,
  "url" | "caFile" | "tokenFile" | "auditorTokenFile" | "sgxRootFile" | "accountKeyFile"
>;

export interface TimedClient extends Client {
  readonly running: RunningHsm;
  /** Lets time pass for the HSM. */
  readonly pass: (seconds: number) => void;
}

export interface Client {
  readonly address: Address;
  readonly ask: (
    method: string,
    path: string,
    body?: unknown,
    token?: string | null,
  ) => Promise<Answered>;
  /** Asks until the status is not InProgress any more. */
  readonly wait: (path: string) => Promise<JsonObject>;
}

/** Azure's ids of the roles that may read keys. */
export const READERS = {
  auditor: "2c18b078-7c48-4d3a-af88-5a3a1b3f82b3",
  user: "21dbd100-6940-42c2-9190-5d6cb909625b",
} as const;
const ASSIGNMENT = "5d000000-0000-4000-8000-00000000000a";

/**
 * Lets the administrator, who may not read keys by that role, read them as Crypto Auditor; or
 * another person; the scope "/" is written as "".
 */
export async function letAdministratorRead(
  { ask }: Pick<Client, "ask">,
  person = ADMINISTRATOR,
  scope = "/keys",
): Promise<void> {
  const { status, body } = await ask(
    "PUT",
    `${scope}/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}?api-version=7.5`,
    {
      properties: {
        roleDefinitionId:
          "Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/" + READERS.auditor,
        principalId: person,
      },
    },
  );
  const isThere = JSON.stringify(body).includes("MatchingRoleAssignmentExists");
  if (status !== 201 && !isThere) throw new Error(`The HSM answered ${status}.`);
}

/** Trusts the HSM's own authority alone, checks the name, and sends the token unless told. */
export function clientOf(address: Address, pause = (): Promise<void> => setTimeout(50)): Client {
  const ca = readFileSync(address.caFile);
  const own = readFileSync(address.tokenFile, "utf8");
  const ask: Client["ask"] = (method, path, body, token = own) => {
    const text = body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body);
    const headers = {
      "content-length": Buffer.byteLength(text),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    };
    return new Promise((answered, failed) => {
      const url = path.startsWith("/") ? address.url + path : path;
      const question = request(url, { method, ca, headers, agent: false });
      question.on("error", failed);
      question.on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", failed);
        response.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const reading = readJson(bytes);
          const object = reading.ok && isObject(reading.value) ? reading.value : {};
          const { statusCode: status = 0, headers: given } = response;
          answered({ status, headers: given, text: bytes.toString(), body: object });
        });
      });
      question.end(text);
    });
  };
  const wait: Client["wait"] = async (path) => {
    for (;;) {
      const { body } = await ask("GET", path);
      if (body["status"] !== "InProgress") return body;
      await pause();
    }
  };
  return { address, ask, wait };
}
