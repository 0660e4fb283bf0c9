// The exchange key of a rehearsal is attested under the rehearsal's own root, and under no other.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  exchangeKeyDer,
  checkAttestation,
  rootIn,
  utf8,
  type Attestation,
} from "../../crypto/index.ts";
import { startHsm, temporaryFolder, type TimedClient } from "./hsm.fixture.ts";
import type { RehearsalHsmArgs } from "./rehearsal-hsm.ts";

const rootFileOf = ({ running }: TimedClient) => new Uint8Array(readFileSync(running.sgxRootFile));
const failedOf = ({ checks }: Attestation) =>
  checks.filter(({ ok }) => !ok).map(({ check }) => check);

async function exchangeKey(args: Partial<RehearsalHsmArgs> = {}) {
  const hsm = await startHsm(args);
  const { text } = await hsm.ask("GET", "/securitydomain/upload?api-version=7.5");
  return { hsm, der: exchangeKeyDer(utf8(text)) };
}

it("is attested under the root in the HSM's folder, and refused under Intel's", async () => {
  const { hsm, der } = await exchangeKey();
  expect(checkAttestation(der, rootIn(rootFileOf(hsm))).verdict).toBe("attested");
  const real = checkAttestation(der);
  expect([real.verdict, ...failedOf(real)]).toEqual(["refused", "pck-root"]);
});

it("is refused under the root of another rehearsal HSM", async () => {
  const [one, other] = [await exchangeKey(), await startHsm()];
  expect(checkAttestation(one.der, rootIn(rootFileOf(other))).verdict).toBe("refused");
});

it("is not attested when a trainer wants a strange signer, or no quote at all", async () => {
  const strange = await exchangeKey({ quote: "unknown" });
  const judged = checkAttestation(strange.der, rootIn(rootFileOf(strange.hsm)));
  expect([judged.verdict, ...failedOf(judged)]).toEqual(["not-attested", "signer"]);
  const bare = await exchangeKey({ quote: "none" });
  expect(checkAttestation(bare.der)).toMatchObject({ verdict: "not-attested", quote: null });
});

it("keeps its root when the HSM is started again", async () => {
  const dir = temporaryFolder();
  const first = await exchangeKey({ dir });
  const root = rootFileOf(first.hsm);
  await first.hsm.running.close();
  const again = await exchangeKey({ dir });
  expect(rootFileOf(again.hsm)).toEqual(root);
  expect(again.der).toEqual(first.der);
});
