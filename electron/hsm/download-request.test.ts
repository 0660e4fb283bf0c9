// The download's request, against the one that was recorded.
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readCertificate } from "../../crypto/index.ts";
import { downloadRequest } from "./download-request.ts";

const vectors = new URL("../../../shared/vectors/azure/", import.meta.url);

it.skipIf(!existsSync(vectors))(
  "rebuilds the recorded request from its three certificates (needs ../shared)",
  () => {
    const read = (name: string): Buffer => readFileSync(new URL(name, vectors));
    const officers = [1, 2, 3].map((n) => readCertificate(read(`sd${n}.cer`)));
    const request = downloadRequest(officers, 2);
    expect(request).toHaveLength(5223);
    expect(request).toBe(read("download-request-2020.json").toString("utf8"));
    expect(JSON.parse(request)).toEqual(JSON.parse(read("download-request-2020.json").toString()));
  },
);
