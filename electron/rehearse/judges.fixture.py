# Drives two served rehearsal HSMs with Microsoft's own client, unchanged, from activation to keys.
# The only argument is JSON; each line printed is one step that went as it should. The authorities
# of both HSMs are trusted through REQUESTS_CA_BUNDLE, as an administrator would set it.
import base64
import hashlib
import json
import os
import subprocess
import sys
import time

from azure.core.credentials import AccessToken
from azure.core.exceptions import HttpResponseError
from azure.keyvault.administration import KeyVaultAccessControlClient, KeyVaultBackupClient
from azure.keyvault.keys import KeyClient
from azure.keyvault.securitydomain import SecurityDomainClient
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificate

plan = json.loads(sys.argv[1])
source, recovered = plan["source"], plan["recovered"]
CONTAINER = "https://contoso.blob.core.windows.net/hsm-backups"
# The second person of every rehearsal HSM (FORMAT.md there), who has no role at first.
AUDITOR = "5d000000-0000-4000-8000-000000000002"


class Token:
    """A credential that gives what the token file holds, whatever the scope."""

    def __init__(self, hsm, who):
        with open(hsm[who], encoding="ascii") as file:
            self.token = file.read()

    def get_token(self, *scopes, **kwargs):
        return AccessToken(self.token, int(time.time()) + 3600)


def client(kind, hsm, who="tokenFile"):
    return kind(vault_url=hsm["url"], credential=Token(hsm, who), verify_challenge_resource=False)


def let_auditor_read(hsm):
    """An administrator has no right to keys, not even to list them."""
    access = client(KeyVaultAccessControlClient, hsm)
    role = next(one for one in access.list_role_definitions("/")
                if one.role_name == "Managed HSM Crypto Auditor")
    access.create_role_assignment("/keys", role.id, AUDITOR)


def keys(hsm):
    found = client(KeyClient, hsm, "auditorTokenFile")
    versions = [version for key in found.list_properties_of_keys()
                for version in found.list_properties_of_key_versions(key.name)]
    return sorted((one.name, one.version, found.get_key(one.name, one.version).key.n.hex())
                  for one in versions)


def b64url(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def jwk(path):
    """As azure-cli makes it of a certificate file."""
    with open(path, "rb") as file:
        certificate = load_pem_x509_certificate(file.read())
    der = certificate.public_bytes(Encoding.DER)
    modulus = certificate.public_key().public_numbers().n
    return {
        "kty": "RSA", "key_ops": ["verify", "encrypt", "wrapKey"], "alg": "RSA-OAEP-256",
        "e": "AQAB", "n": b64url(modulus.to_bytes((modulus.bit_length() + 7) // 8, "big")),
        "x5c": [base64.b64encode(der).decode()], "x5t": b64url(hashlib.sha1(der).digest()),
        "x5t#S256": b64url(hashlib.sha256(der).digest()),
    }


def save(name, text):
    path = os.path.join(plan["folder"], name)
    with open(path, "x", encoding="utf-8") as file:
        file.write(text)
    return path


def restore_blob(domain, exchange, wrapping, out):
    """Ours, as the operator of an offline machine calls it."""
    done = subprocess.run(
        [*plan["sd"], "restore-blob", "--sd-file", domain, "--sd-exchange-key", exchange,
         "--sd-wrapping-keys", *wrapping, "--passphrase-file", plan["passphrases"],
         "--rehearsal-root", plan["recovered"]["sgxRootFile"],
         "--hsm-name", plan["recovered"]["name"],
         "--sd-file-restore-blob", out], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with open(out, encoding="utf-8") as file:
        return file.read()


domains, restorer = client(SecurityDomainClient, source), client(SecurityDomainClient, recovered)

request = {"certificates": [jwk(path) for path in plan["certificates"]], "required": 2}
poller = domains.begin_download(certificate_info=request)
assert poller.status() == "InProgress", poller.status()
domain = save("A-HSM-SD.json", poller.result().value)
assert poller.status() == "Success", poller.status()
status = domains.get_download_status()
assert (status.status, status.status_details) == ("Success", "The resource is active."), status
let_auditor_read(source)
original = keys(source)
assert len(original) == 3, original
print("activation")

# The whole answer, as a program that is no azure-cli would keep it.
exchange = save("transfer-key.json", json.dumps(dict(restorer.get_transfer_key())))
blob = restore_blob(domain, exchange, plan["wrapping"], os.path.join(plan["folder"], "blob.json"))
poller = restorer.begin_upload(security_domain={"value": blob})
assert poller.result() is None and poller.status() == "Success", poller.status()
status = restorer.get_upload_status()
assert (status.status, status.status_details) == ("Success", "The resource is active."), status
print("recovery")

try:
    restorer.begin_upload(security_domain={"value": blob}).result()
    raise AssertionError("a blob was taken twice")
except HttpResponseError:
    pass
print("a blob is used up")

backup = client(KeyVaultBackupClient, source).begin_backup(
    CONTAINER, use_managed_identity=True).result()
let_auditor_read(recovered)
assert keys(recovered) == []
client(KeyVaultBackupClient, recovered).begin_backup(CONTAINER, use_managed_identity=True).result()
client(KeyVaultBackupClient, recovered).begin_restore(
    backup.folder_url, use_managed_identity=True).result()
assert keys(recovered) == original
print("the same keys")
