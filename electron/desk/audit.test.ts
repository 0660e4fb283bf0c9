// The Audit screen's verdict: of a record alone, and of a bundle in which it lies.
import { describe, expect, it } from "vitest";
import { isFault, utf8 } from "../../crypto/index.ts";
import { bundleOf } from "../evidence/bundle.ts";
import { activation } from "../evidence/record.fixture.ts";
import { audit } from "./audit.ts";

const NOW = "2026-11-25T10:00:00.000Z";
const record = activation();
// The fixture's script is the text of its own name.
const bundle = bundleOf({ record, script: utf8("script"), papers: [] });

/** The code of the fault that it comes to. */
function codeOf(files: ReadonlyMap<string, Uint8Array | null>): string {
  try {
    audit({ record, bundle: files }, NOW);
    return "none";
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code;
  }
}

describe("an audit", () => {
  it("of a record alone says nothing of files", () => {
    expect(audit({ record, bundle: null }, NOW)).toMatchObject({ files: null, closed: true });
  });

  it("of a whole bundle counts its files, and says of the record what it says alone", () => {
    const alone = audit({ record, bundle: null }, NOW);
    expect(audit({ record, bundle }, NOW)).toEqual({ ...alone, files: bundle.size });
  });

  it("of a bundle that was changed, cut short or added to is a refusal", () => {
    expect(codeOf(new Map([...bundle, ["script.yaml", utf8("other")]]))).toBe("E-BUNDLE-HASH");
    expect(codeOf(new Map([...bundle].slice(0, -1)))).toBe("E-BUNDLE-INCOMPLETE");
    expect(codeOf(new Map([...bundle, ["more", null]]))).toBe("E-BUNDLE-KIND");
    expect(codeOf(new Map([...bundle, ["more", record]]))).toBe("E-BUNDLE-EXTRA");
  });
});
