// The least that makes a restore blob: node's start, both keys under their passphrase, a share of each by RSA,
// the domain's bytes by AES, an answer for the exchange key, forced to the disk. It checks nothing.
// node restore-floor-main.cjs FOLDER [PASSPHRASE]
"use strict";
const {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  privateDecrypt,
  publicEncrypt,
  X509Certificate,
} = require("node:crypto");
const { closeSync, fsyncSync, openSync, readFileSync, writeSync } = require("node:fs");
const { join } = require("node:path");

const [, , folder, passphrase] = process.argv;
const read = (/** @type {string} */ name) => readFileSync(join(folder, name));
const OAEP = { oaepHash: "sha256" };
const iv = Buffer.alloc(16);

const shares = [0, 1].map((i) => {
  const key = createPrivateKey({ key: read(`cert_${i}.key`), passphrase });
  return privateDecrypt({ key, ...OAEP }, read(`sealed_${i}`));
});
const domain = Buffer.from(JSON.stringify(JSON.parse(read("sd.json").toString())));
const padded = domain.subarray(0, domain.length - (domain.length % 16));
const opened = createDecipheriv("aes-256-cbc", shares[0], iv).setAutoPadding(false).update(padded);
const sealed = createCipheriv("aes-256-cbc", shares[1], iv).update(opened);
const { publicKey } = new X509Certificate(read("exchange.pem"));
const file = openSync(join(folder, "blob.json"), "wx");
writeSync(file, Buffer.concat([publicEncrypt({ key: publicKey, ...OAEP }, shares[1]), sealed]));
fsyncSync(file);
closeSync(file);
