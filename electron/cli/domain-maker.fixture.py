# An independent maker of security domains, from the RFCs and FORMAT.md alone: pyca's primitives and
# nothing of this project or of azure-cli. The only argument is JSON: a folder and pairs of counts
# (officers, quorum). Officers' files go to the folder; each line printed is one domain. Where the
# format leaves a choice (order of members, x of a share, kid of a share), it is made at random.
# "naming" says after what a share is named: der, text (as Terraform's azurerm: the certificate's
# base64, the name with =), bare-text (both without =) or nothing (32 random bytes). "files" says how
# keys are kept: apart (key and certificate), one-pem, pfx, or lost (no certificate).
import base64
import datetime
import hashlib
import hmac
import json
import os
import secrets
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor

from cryptography import x509
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.asymmetric import padding as rsa_padding
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, pkcs12)

plan = json.loads(sys.argv[1])
folder = plan["folder"]
chance = secrets.SystemRandom()
OAEP = rsa_padding.OAEP(rsa_padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
NAMING, FILES = plan.get("naming", "der"), plan.get("files", "apart")
NAMES = ["hsm_backup", "base_enclave_backup", "partition_enclave_backup", "x", "another.entry-5"]


def b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def share_name(der):
    text = base64.b64encode(der)
    if NAMING == "text":
        return base64.urlsafe_b64encode(hashlib.sha256(text).digest()).decode()
    named = {"der": der, "bare-text": text.rstrip(b"="), "nothing": secrets.token_bytes(32)}
    return b64url(hashlib.sha256(named[NAMING]).digest())


def shuffled(members):
    members = list(members.items())
    chance.shuffle(members)
    return dict(members)


class Officer:
    def __init__(self, number, bits, passphrase):
        key = rsa.generate_private_key(65537, bits)
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"maker {number}")])
        now = datetime.datetime.now(datetime.timezone.utc)
        certificate = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name)
            .public_key(key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now).not_valid_after(now + datetime.timedelta(days=365))
            .sign(key, hashes.SHA256()))
        protection = BestAvailableEncryption(passphrase.encode()) if passphrase else NoEncryption()
        form = PrivateFormat.TraditionalOpenSSL if number == 1 else PrivateFormat.PKCS8
        self.passphrase = passphrase
        self.public = key.public_key()
        self.name = share_name(certificate.public_bytes(Encoding.DER))
        key_pem = key.private_bytes(Encoding.PEM, form, protection)
        certificate_pem = certificate.public_bytes(Encoding.PEM)
        self.file = os.path.join(folder, f"maker_{number}.key")
        pfx = pkcs12.serialize_key_and_certificates(b"maker", key, certificate, None, protection)
        contents = {"one-pem": key_pem + certificate_pem, "pfx": pfx}
        with open(self.file, "wb") as file:
            file.write(contents.get(FILES, key_pem))
        if FILES == "apart":
            with open(self.file[:-4] + ".cer", "wb") as file:
                file.write(certificate_pem)


def sealed(header, wrapped, key, plaintext):
    """RFC 7516 3.1 with RFC 7518 5.2.2.1: A256CBC-HS512, the MAC key first."""
    head = b64url(json.dumps(header, separators=(",", ":")).encode())
    iv = secrets.token_bytes(16)
    padder = padding.PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(key[32:]), modes.CBC(iv)).encryptor()
    data = encryptor.update(padder.update(plaintext) + padder.finalize()) + encryptor.finalize()
    covered = head.encode() + iv + data + (8 * len(head)).to_bytes(8, "big")
    tag = hmac.digest(key[:32], covered, "sha512")[:32]
    return ".".join([head, *map(b64url, (wrapped, iv, data, tag))])


def shares_of(secret, count, required):
    """Shamir over GF(257): for each x, 32 words of x in the high 7 bits and y in the low 9."""
    polynomials = [[byte, *(chance.randrange(257) for _ in range(required - 1))] for byte in secret]
    for x in chance.sample(range(1, 127), count):
        values = [sum(c * x**power for power, c in enumerate(one)) % 257 for one in polynomials]
        yield b"".join((x << 9 | y).to_bytes(2, "little") for y in values)


def enc_share(officer, share):
    key = secrets.token_bytes(64)
    kid = chance.choice(["not used", str(uuid.uuid4())])
    header = shuffled({"alg": "RSA-OAEP-256", "enc": "A256CBC-HS512", "kid": kid})
    jwe = sealed(header, officer.public.encrypt(key, OAEP), key, share)
    return shuffled({"enc_key": jwe, "x5t_256": officer.name})


def datum(secret, tag, plaintext):
    # SP 800-108, counter mode: [1] || label || 00 || no context || 512.
    key = hmac.digest(secret, b"\0\0\0\1" + tag.encode() + b"\0" + b"\0\0\2\0", "sha512")
    header = shuffled({"alg": "dir", "enc": "A256CBC-HS512", "kid": tag})
    return shuffled({"compact_jwe": sealed(header, b"", key, plaintext), "tag": tag})


def domain(number, officers, required):
    secret = secrets.token_bytes(32)
    tags = chance.sample(NAMES, chance.randint(1, len(NAMES)))
    plaintexts = {tag: secrets.token_bytes(chance.randrange(3000)) for tag in tags}
    shares = zip(officers, shares_of(secret, len(officers), required))
    enc_shares = [enc_share(officer, share) for officer, share in shares]
    chance.shuffle(enc_shares)
    value = shuffled({
        "EncData": shuffled({
            "data": [datum(secret, *one) for one in plaintexts.items()], "kdf": "sp108_kdf"}),
        "SharedKeys": shuffled({
            "enc_shares": enc_shares, "key_algorithm": "shamir_share", "required": required}),
        "version": 2})
    path = os.path.join(folder, f"maker-{number}.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, indent=chance.choice([None, 1, 4]))
    return path, {tag: plaintext.hex() for tag, plaintext in plaintexts.items()}


with ThreadPoolExecutor() as threads:
    pool = list(threads.map(lambda one: Officer(*one), [
        (number, bits, "a maker's passphrase" if number in plan["protected"] else "")
        for number, bits in enumerate(plan["sizes"])]))

for number, (count, required) in enumerate(plan["pairs"]):
    officers = chance.sample(pool, count)
    path, secrets_in = domain(number, officers, required)
    present = chance.sample(officers, required)
    # az gives passphrases to keys by their places, and none to a key that has none.
    present.sort(key=lambda officer: officer.passphrase == "")
    print(json.dumps({
        "domain": path, "keys": [officer.file for officer in present],
        "passwords": [officer.passphrase for officer in present if officer.passphrase],
        "secrets": secrets_in}), flush=True)
