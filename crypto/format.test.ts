// What FORMAT.md shows is what the code does, and what a stranger's script finds without it.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { pages, wordsOf } from "./format.fixture.ts";
import { fault } from "./faults.ts";
import {
  fromBase64Url, fromUtf8, readCertificate, readExchangeKey, sha256Hex, toHex, utf8,
} from "./index.ts";
import { sealPbes2 } from "./pbes2.ts";
import { deriveEntryKey, openWithSecret, writeShare } from "./secret-half.ts";
import { combine } from "./shamir.ts";
import { sharesOf, vector } from "./vectors.fixture.ts";

const NAME = "2of3-rsa2048";
