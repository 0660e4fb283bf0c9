// The product is counted by what is shipped alone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { counted } from "./count.mjs";

it("counts lines and statements of the rooms, and minified bytes of what was built", () => {
  const root = mkdtempSync(join(tmpdir(), "count-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  put("crypto/a.ts", "const a = 1;\nif (a) {\n  throw a;\n}\n");
  put("renderer/b.css", "a {\n}\n");
  put("crypto/a.test.ts", "throw 1;\n");
  put("build/c.ts", "throw 1;\n");
  expect(counted(root)).toEqual({ lines: 6, statements: 4, bytes: 0 });
  put("dist/a.cjs", "exports.a = ( 1 );\n// remark\n");
  expect(counted(root).bytes).toBe("exports.a=1;\n".length);
});
