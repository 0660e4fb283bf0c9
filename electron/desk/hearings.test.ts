// What is shown of an exchange key's attestation is what the step itself will find.
import { describe, expect, it } from "vitest";
import { certificateOf, nameOf, pemOf } from "../../crypto/certificate.fixture.ts";
import { fromUtf8, INTEL_ROOT } from "../../crypto/index.ts";
import type { State } from "../ceremony/ceremony.ts";
import { attestationOf } from "./hearings.ts";

/** A key without a quote, whose name cannot be shown. */
const unseen = fromUtf8(pemOf(certificateOf({ subject: nameOf("HSM\u200b1") })));

const shown = (accepted: State["accepted"]) =>
  attestationOf(
    { sgxRoot: () => INTEL_ROOT },
    {
      exchange: { thumbprint: "", verdict: "not-attested", certificate: unseen, files: [] },
      accepted,
    },
    [],
    new Date(),
  );

describe("an exchange key with an odd name", () => {
  it("is shown as refused, until two people have accepted that", () => {
    expect(shown([]).verdict).toBe("refused");
    expect(shown(["E-CERT-NAME"]).verdict).toBe("not-attested");
  });
});
