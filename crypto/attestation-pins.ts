// What an attestation is checked against. Changing a line here changes whom we trust: review it
// against its source, and note it in the changelog.

/**
 * SHA-256 of the SubjectPublicKeyInfo of Intel's SGX Root CA, lower-case hex. Source: the chain in
 * a real exchange certificate of 2025; the same key is published by Intel as
 * `Intel_SGX_Provisioning_Certification_RootCA.pem`.
 */
export const INTEL_ROOT = "a0af031289f5d5d4132f9186068a7fc13628633ba235777472e29b6b6c67a49e";

/**
 * MRSIGNER of Intel's quoting enclave, its product number (Intel's QE identity), and the lowest
 * accepted security version: that of the quoting enclave in a real exchange certificate of 2025.
 */
export const QE_SIGNER = "8c4f5775d796503e96137f77c68a829a0056ac8ded70140b081b094490c57bff";
export const QE_PRODUCT = 1;
export const QE_SVN = 8;

/**
 * A reviewed signer of Managed HSM enclaves: MRSIGNER, the one product that makes exchange keys
 * (ISVPRODID), its lowest accepted security version (ISVSVN), and when and where this was seen. One
 * signer may sign many programs, so the product number is needed.
 */
export interface ReviewedSigner {
  readonly mrsigner: string;
  readonly isvProdId: number;
  readonly isvSvn: number;
  readonly seen: string;
}

/** One sample; no Microsoft page was found that publishes it. */
export const MANAGED_HSM_SIGNERS: readonly ReviewedSigner[] = [
  {
    mrsigner: "db55904b231f08298eb093180562d07631c3cab9b7706b2efa53da58b42c943a",
    isvProdId: 1,
    isvSvn: 1,
    seen: "2025-04-22, canadaeast, HSM build 1.0.20250221",
  },
];
