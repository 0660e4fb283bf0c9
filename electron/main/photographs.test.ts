// The answer to a page's request for a photograph.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sha256Hex } from "../../crypto/index.ts";
import { answerTo } from "./pages.ts";
import { Photographs } from "./photographs.ts";

const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1]);
const SHA256 = sha256Hex(BYTES);
const ORIGIN = "app://ceremony";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "photograph-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const path = (): string => join(folder, "0048.jpg");
function shown(): Photographs {
  writeFileSync(path(), BYTES);
  const photographs = new Photographs();
  photographs.show([{ path: path(), name: "0048.jpg", sha256: SHA256, size: 5, form: "jpeg" }]);
  return photographs;
}
const answered = (photographs: Photographs, name = `photograph/${SHA256}`, method = "GET") =>
  answerTo(
    { url: `${ORIGIN}/${name}`, method },
    { origin: ORIGIN, folder, files: {}, photographs: photographs.bytesOf, language: () => "en" },
  );

it("is the photograph that was brought, as what its first bytes are, under no page's policy", async () => {
  const answer = answered(shown());
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(answer.headers.get("content-security-policy")).not.toContain("img-src");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(BYTES);
});

it("is nothing for another one, another method, or none that may be shown any more", () => {
  const photographs = shown();
  expect(answered(photographs, `photograph/${sha256Hex(Buffer.from("x"))}`).status).toBe(404);
  expect(answered(photographs, "photograph/0048.jpg").status).toBe(404);
  expect(answered(photographs, `photograph/${SHA256}`, "POST").status).toBe(404);
  photographs.show([]);
  expect(answered(photographs).status).toBe(404);
});

it("is nothing if the file was changed or is gone", () => {
  const photographs = shown();
  writeFileSync(path(), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 2]));
  expect(answered(photographs).status).toBe(404);
  rmSync(path());
  expect(answered(photographs).status).toBe(404);
});
