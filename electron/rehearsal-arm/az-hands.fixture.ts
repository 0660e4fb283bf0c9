// For tests: simulated people whose hands are az, unchanged.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { writePem } from "../../crypto/index.ts";
import { filesOf, type Plan } from "../deployment/deployment.ts";
import { temporaryFolder } from "../rehearsal-hsm/hsm.fixture.ts";
import { makeOfficers } from "../rehearsal-hsm/officers.fixture.ts";
import { azAgainst } from "./az-commands.fixture.ts";
import type { Ended, Hands } from "./hands.ts";
import { simulatedClock } from "./clock.ts";
import { startRehearsalArm, type RunningArm } from "./rehearsal-arm.ts";

/** What was run, for the count. */
export interface AzHands {
  readonly arm: RunningArm;
  readonly hands: Hands;
  readonly ran: { readonly words: readonly string[]; readonly ended: Ended }[];
}

/** The stand-in of a plan, and people who use az on it. */
export async function azHands(plan: Plan): Promise<AzHands> {
  const clock = simulatedClock(new Date());
  const { random } = await import("../../crypto/index.ts");
  const arm = await startRehearsalArm({ dir: temporaryFolder(), plan, clock: clock.now, random });
  const folder = temporaryFolder();
  for (const { name, text } of filesOf(plan)) writeFileSync(join(folder, name), text);
  const az = await azAgainst(arm, plan, folder);
  const ran: { words: readonly string[]; ended: Ended }[] = [];
  const run: Hands["run"] = async (person, words) => {
    const ended = await az(person, words);
    ran.push({ words, ended });
    return ended;
  };
  const must = async (...words: readonly string[]): Promise<void> => {
    const { code, errors } = await run("administrator", words);
    expect([words.join(" "), code], errors).toEqual([words.join(" "), 0]);
  };
  const officers = makeOfficers(plan.hsm.securityDomain.officers).map(
    ({ certificate, pkcs8 }, n) => {
      const [cer, key] = [join(folder, `cert_${n}.cer`), join(folder, `cert_${n}.key`)];
      writeFileSync(cer, certificate.pem);
      writeFileSync(key, writePem("PRIVATE KEY", pkcs8));
      return { cer, key };
    },
  );
  const quorum = plan.hsm.securityDomain.quorum;
  const domain = join(folder, "SD.json");
  const ceremony = async (kind: "activate" | "recover"): Promise<void> => {
    // In lower case: az's client takes the HSM's own address, which it then polls, for another host, and
    // sends the download a second time.
    const hsm = (kind === "activate" ? plan.hsm : plan.recoveryHsm!).name.toLowerCase();
    if (kind === "activate") {
      await must(
        ...["keyvault", "security-domain", "download", "--hsm-name", hsm],
        ...["--sd-quorum", String(quorum), "--security-domain-file", domain],
        "--sd-wrapping-keys",
        ...officers.map(({ cer }) => cer),
      );
      return;
    }
    // az writes over no file: a second recovery has files of its own.
    const own = String(ran.length);
    const exchange = join(folder, `exchange-${own}.pem`);
    const blob = join(folder, `blob-${own}.json`);
    const upload = ["keyvault", "security-domain"] as const;
    await must(...upload, "init-recovery", "--hsm-name", hsm, "--sd-exchange-key", exchange);
    await must(
      ...upload,
      "restore-blob",
      ...["--sd-file", domain, "--sd-exchange-key", exchange, "--sd-file-restore-blob", blob],
      "--sd-wrapping-keys",
      ...officers.slice(0, quorum).map(({ key }) => key),
    );
    await must(...upload, "upload", "--hsm-name", hsm, "--sd-file", blob, "--restore-blob");
  };
  const hasCommand = ([first, second]: readonly string[]): boolean =>
    first !== "monitor" && !(first === "vm" && second === "create");
  return { arm, ran, hands: { run, ceremony, hasCommand, pass: clock.pass, now: clock.now } };
}
