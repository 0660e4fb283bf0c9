// What is shown of an exchange key's attestation is what the step itself will find.
import { describe, expect, it } from "vitest";
import { certificateOf, nameOf, pemOf } from "../../crypto/certificate.fixture.ts";
import { makeCollateral, noMaker } from "../../crypto/collateral.fixture.ts";
import { fromUtf8, INTEL_ROOT, writePem } from "../../crypto/index.ts";
import type { State } from "../ceremony/ceremony.ts";
import { attestationOf } from "./hearings.ts";

/** A key without a quote, whose name cannot be shown. */
const unseen = fromUtf8(pemOf(certificateOf({ subject: nameOf("HSM\u200b1") })));

/** When what is brought is validated. */
const AT = new Date("2026-11-27T10:00:00Z");

const shown = (accepted: State["accepted"]) =>
  attestationOf(
    { sgxRoot: () => INTEL_ROOT },
    {
      exchange: { thumbprint: "", verdict: "not-attested", certificate: unseen, files: [] },
      accepted,
    },
    [],
    AT,
  );

describe("an exchange key with an odd name", () => {
  it("is shown as refused, until two people have accepted that", () => {
    expect(shown([]).verdict).toBe("refused");
    expect(shown(["E-CERT-NAME"]).verdict).toBe("not-attested");
  });
});

describe.skipIf(noMaker)("Intel's files on an exchange key's hardware", () => {
  const made = noMaker ? null! : makeCollateral({ tcbStatus: "OutOfDate" });
  const certificate = noMaker ? "" : writePem("CERTIFICATE", made.der);
  const exchange = { thumbprint: "", verdict: "attested", certificate, files: [] } as const;
  const attestation = (...names: readonly string[]) =>
    attestationOf(
      { sgxRoot: () => made.root },
      { exchange, accepted: [] },
      names.map(made.file),
      AT,
    );
  const hardware = { fmspc: "00606a000000", pceId: "0000" };

  it("are wanted for the hardware that the quote names", () => {
    const { verdict, collateral, ...rest } = attestation();
    expect([verdict, collateral, rest.hardware]).toEqual(["attested", [], hardware]);
    expect(rest.missing).toEqual(["root CRL", "PCK CRL", "TCB info", "QE identity"]);
  });

  it("change the verdict, and are shown with their age at the day", () => {
    const { verdict, checks, collateral, missing } = attestation("TCB info", "issuer chain");
    expect(verdict).toBe("not-attested");
    expect(checks.filter(({ ok }) => !ok)).toEqual([{ check: "tcb-level", ok: false }]);
    expect(collateral).toEqual([
      { file: "TCB info", issued: "2026-11-20", next: "2026-12-20", days: 7, current: true },
    ]);
    expect(missing).toEqual(["root CRL", "PCK CRL", "QE identity"]);
  });
});
