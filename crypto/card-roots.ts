// Whose cards a Managed HSM's keys are kept in, and what their statements are checked against. Changing a
// line here changes whom we trust: review it against its source, and note it in the changelog.

/** A root of the cards' maker. */
export interface CardRoot {
  /** SHA-256 (hex) of its name, as it is in a card's certificate (DER). */
  readonly name: string;
  /** SHA-256 (hex) of its certificate's SubjectPublicKeyInfo. */
  readonly key: string;
  /** The modulus of this key, base64url; its exponent is 65537. */
  readonly modulus: string;
}

/**
 * Marvell's roots of LiquidSecurity and of LiquidSecurity 2, each a key that was certified more than once:
 * the certificates of 2024 have the SHA-256 230143df...f2e4 and 17644de0...d2e5, as in Microsoft's tool
 * (azure-managed-hsm-key-attestation, 2025-06-17), until July 2034. Cards are older than these are.
 */
export const CARD_ROOTS: readonly CardRoot[] = [
  {
    name: "026f97fbeb1945f88ab6cadcb0a70d0d30005826b3e9737f2980dbf578c73a0f",
    key: "78adcba1f38bee304bc44d6a086503f2940037d4b3d58a1bf66a3282ef58cd41",
    modulus:
      "3JL6kDOHL2Y3cqjixjE4yicL38SToVasOqaI4FDM9dFVO89wrSa8B3BEsBA1MVJDMc6H-eZBaK1ES2lVQo3nWGrhIrJ2cMElpAHp"
      + "qfRkRJvIl-gV7aGfFQ1qDth9ACYhwjOtqiXmVV4ZvAP81htD8i6wiDR9Ms_WoegXMHbGRi70L5KVDSYcFTK2_ZyPQZUZk1oaKLdW"
      + "Ek3-434mxJHP6TftBM99ERWi9zIciGjSUttvtdLZ8uLDlE7DxLVymoeZj5R6Z6xnAdfM-WMYK9LwzWMfhQjxqPeVxq6vTWHzTJcL"
      + "EnhUq_A9VUOx2ZoqXkwdYUE1EMPyv0ZrcOTYpY5GEw",
  },
  {
    name: "d0f30d95f3af958a14ee25532cb62d54cf06e6edd125ca281cc650c4046c133b",
    key: "f84b0610f2ca68f1f936c12c37a22794b59a2afa54f55f8d3c977232c5b97d7c",
    modulus:
      "zzHwkk8uJQtTOWacMpNCkW-DSLLkZqOPtW05TTiyzM5XFwVYzhpQiEbGrttsq1ftLEyK5HvB9IiRNb47kBHeQb4_GE8rJx8poBLQ"
      + "dM7fx5GYjWr3gTbqD-Sfj7ofwQJY5xGbVTE2WMQk2wdzo0LDc2i1UV95-8RiCmPY1LlEZxaz0hw-Fd_Pu4R0DrS1oR3KG-p62g9C"
      + "hhQoWlYHe66E5e5hS43KJeoN6bpAsbXOVzt1r21n0f_FllTB-E_ENiGLuPo9BuBuiiQ39yxULb202K1NnwIoU_EugYMkwoKhXzsq"
      + "f1Rx7xDr7rHu4a-eCkm7NOSxfsXr2EQ8D6rCY-7n41zNrE0e2B99ywz7VijPQckXsRDBdvx5JPvb1jsoc4X-sw6_ekKkpUhWkyuV"
      + "89msix_ykQwMoYrIednbtXJ3VjCQcYunDmgSxty2XPPRhsqe2PmytOhB-VGP_wZvbtbhKAUnwWlpOc2cesRJQqteAWB9KEDvA5lt"
      + "0_OA1tEPWR16m2rKnBdivY4aWqJ1ZEW2hCwuObL4M7v9jxPQrMjlak2lLZ_E_8mVbTvSYJbQGa8xkHL1BqsmOHA5YoPaVGoNYKSC"
      + "5EmmMqcsFRSOOcFZC4mcVhwu4zUga8gGFHIy6-y6_6LA3BpshoB99vnk0rnaNHr3lc3nf9Wqtb8YZdVFtds",
  },
];

/**
 * The root of every rehearsal's cards, which everyone can sign under (`card-maker.ts`). It counts only where
 * a rehearsal says that it is one.
 */
export const REHEARSAL_CARD_ROOT: CardRoot = {
  name: "9c5edcb4c749a9b630d3e33ab8fb0ec24dc526243c04526c922f51c4c310e4bf",
  key: "94e578ae5c3508b4fba95095b9961d104f500dea2be493e41a76cf3e0152a33e",
  modulus:
    "r_dn1dPpGZnLsPMqzbrScBOMwG7-fMyiOjc6gPr_kh0AUENN3lw8jxci1KKIiVoYlXEYf8WVFAUuXQSpf7w5wSaEOSk58XWUd114"
    + "9rbDQ5TWmLUT0xuNhbDO_NUd_hDjRV2pv9oNwrxhbHFrvotbxTNJ8NQ4eCVgsakH1Rbu9jQi8Zduyk33NBmmPPz8v1KQal_BS5gj"
    + "_BuZqeJfbNc6XAERugZA1wRYzETpXPSmrQ6z1uE_hjNtAVWXO8YS9Ncrrmz8pVgeXZngKfh-NSAwGJ97-J6xDiSAovjDvISRjH1r"
    + "CWKiCMLcWNb0eNvT47ga3Yj0B2xsN_jesSu8Gct87Q",
};
