// The server as a program: its one line, its end, and what a kill leaves behind.
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { readSecurityDomain, utf8 } from "../../crypto/index.ts";
import { letAdministratorRead, temporaryFolder, textOf, type Client } from "./hsm.fixture.ts";
import { blobOf, downloadBody, exchangeOf, makeOfficers, sharesOf } from "./officers.fixture.ts";
import { startProcess, useProgram } from "./process.fixture.ts";

const officers = makeOfficers(3);
const DOWNLOAD = "/securitydomain/download";
const UPLOAD = "/securitydomain/upload";
const STORAGE = {
  storageResourceUri: "https://c.blob.core.windows.net/backups",
  useManagedIdentity: true,
};
const program = useProgram();

const isActive = async ({ ask }: Client, name = "Contoso-REHEARSAL-HSM") =>
  (await ask("GET", `/providers/Microsoft.KeyVault/managedHSMs/${name}`)).text.includes('"Active"');

describe("the program", () => {
  it("makes its folder, says one line of JSON, and ends well at SIGTERM", async () => {
    const dir = join(temporaryFolder(), "new", "dir");
    const hsm = await startProcess(program(), { dir });
    const line = JSON.parse(hsm.lines[0]!) as Record<string, string>;
    expect(Object.keys(line)).toEqual([
      "url",
      "caFile",
      "tokenFile",
      "auditorTokenFile",
      "sgxRootFile",
      "accountKeyFile",
    ]);
    expect(line["url"]).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    for (const file of ["caFile", "tokenFile", "auditorTokenFile", "sgxRootFile", "accountKeyFile"])
      expect(isAbsolute(line[file]!)).toBe(true);
    expect(await isActive(hsm)).toBe(false);
    expect(await hsm.end("SIGTERM")).toBe(0);
    expect(hsm.lines).toHaveLength(1);
  });

  it("ends well at SIGINT, and when the parent's channel closes", async () => {
    const dir = temporaryFolder();
    const first = await startProcess(program(), { dir });
    expect(await first.end("SIGINT")).toBe(0);
    const second = await startProcess(program(), { dir });
    const exited = once(second.child, "exit");
    second.child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it("refuses what it cannot do in one sentence", async () => {
    const dir = temporaryFolder();
    const hsm = await startProcess(program(), { dir });
    const port = Number(new URL(hsm.address.url).port);
    writeFileSync(join(dir, "file"), "");
    const elsewhere = temporaryFolder();
    const broken = temporaryFolder();
    writeFileSync(join(broken, "state.json"), "{");
    const refused = (args: object) =>
      expect(startProcess(program(), { dir: elsewhere, ...args }).then(() => "started")).rejects;
    await refused({ name: "1st" }).toThrow(/^E-RHSM-NAME: /);
    await refused({ port }).toThrow(/^E-RHSM-PORT: /);
    await refused({ pendingSeconds: 3601 }).toThrow(/^E-RHSM-PENDING: /);
    await refused({ dir: join(dir, "file") }).toThrow(/^E-RHSM-DIR: /);
    await refused({ dir: broken }).toThrow(/^E-RHSM-STATE: /);
    await refused({ dir }).toThrow(new RegExp(`^E-RHSM-LOCK: .* ${hsm.child.pid}\\.`));
    expect(await hsm.end("SIGTERM")).toBe(0);
    await refused({ dir, name: "Other-HSM" }).toThrow(/^E-RHSM-OTHER: /);
  });
});

describe("after a kill", () => {
  it("an activation continues to its end, with the domain that was given out", async () => {
    const args = { dir: temporaryFolder(), pendingSeconds: 3 };
    const first = await startProcess(program(), args);
    const token = readFileSync(first.address.tokenFile, "utf8");
    const { body } = await first.ask("POST", DOWNLOAD, downloadBody(officers));
    expect(await first.end("SIGKILL")).toBe("SIGKILL");
    const second = await startProcess(program(), args);
    expect(readFileSync(second.address.tokenFile, "utf8")).toBe(token);
    expect((await second.wait(`${DOWNLOAD}/pending`))["status"]).toBe("Success");
    expect(await isActive(second)).toBe(true);
    await letAdministratorRead(second);
    const keys = (await second.ask("GET", "/keys")).text.replaceAll(second.address.url, "");
    const again = await second.ask("POST", DOWNLOAD, downloadBody(officers));
    const [before, after] = [body, again.body].map(({ value }) =>
      readSecurityDomain(utf8(textOf(value))),
    );
    expect(after!.entries).toEqual(before!.entries);
    expect(await second.end("SIGKILL")).toBe("SIGKILL");
    const third = await startProcess(program(), args);
    expect((await third.ask("GET", "/keys")).text.replaceAll(third.address.url, "")).toBe(keys);
  });

  it("an upload is answered as it was, good or wrong, under the same exchange key", async () => {
    const source = await startProcess(program(), { dir: temporaryFolder(), pendingSeconds: 0 });
    const { body } = await source.ask("POST", DOWNLOAD, downloadBody(officers));
    const file = textOf(body["value"]);
    const args = { dir: temporaryFolder(), pendingSeconds: 2, name: "B-HSM" };
    const first = await startProcess(program(), args);
    const exchange = await exchangeOf(first);
    const wrong = blobOf(file, officers.slice(1), officers[0]!.certificate);
    await first.ask("POST", UPLOAD, { value: wrong });
    await first.end("SIGKILL");
    const second = await startProcess(program(), args);
    expect((await second.wait(`${UPLOAD}/pending`))["status"]).toBe("Failed");
    expect((await exchangeOf(second)).thumbprint).toBe(exchange.thumbprint);
    await second.ask("POST", UPLOAD, { value: blobOf(file, officers.slice(1), exchange) });
    await second.end("SIGKILL");
    const third = await startProcess(program(), args);
    expect((await third.wait(`${UPLOAD}/pending`))["status"]).toBe("Success");
    expect(await isActive(third, "B-HSM")).toBe(true);
    expect((await third.ask("POST", "/backup", STORAGE)).status).toBe(202);
  });

  it("at any moment of the work, what was answered is still so and the server starts", async () => {
    const args = { dir: temporaryFolder(), pendingSeconds: 0 };
    const jobs: string[] = [];
    let value = "";
    for (let round = 0; round < 10; round++) {
      const hsm = await startProcess(program(), args);
      for (const job of jobs)
        expect((await hsm.ask("GET", `/backup/${job}/pending`)).body["status"]).toBe("Succeeded");
      if (value !== "") expect(await isActive(hsm)).toBe(true);
      const work = (async () => {
        const { status, body } = await hsm.ask("POST", DOWNLOAD, downloadBody(officers));
        if (status === 202) value = textOf(body["value"]);
        for (;;) jobs.push(textOf((await hsm.ask("POST", "/backup", STORAGE)).body["jobId"]));
      })().catch(() => undefined);
      const before = jobs.length;
      // Every other round at least one answer is waited for, so that there is something to keep.
      await setTimeout(Math.random() * 500);
      while (round % 2 === 1 && jobs.length === before) await setTimeout(5);
      await hsm.end("SIGKILL");
      await work;
    }
    expect(jobs.length).toBeGreaterThanOrEqual(5);
    expect(sharesOf(value, officers)).toHaveLength(3);
  });
});
