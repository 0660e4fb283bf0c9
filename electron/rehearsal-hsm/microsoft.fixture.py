# Drives rehearsal HSMs with Microsoft's own clients, unchanged, from activation to restore.
# The only argument is JSON; each line printed is one step that went as it should.
import base64
import hashlib
import http.client
import json
import os
import ssl
import subprocess
import sys
import time
from datetime import datetime, timedelta, timezone

from azure.core.credentials import AccessToken
from azure.core.exceptions import HttpResponseError, ResourceNotFoundError
from azure.keyvault.administration import (
    KeyVaultAccessControlClient, KeyVaultBackupClient, KeyVaultSetting, KeyVaultSettingsClient)
from azure.keyvault.keys import KeyClient
from azure.keyvault.securitydomain import SecurityDomainClient
from azure.multiapi.storagev2.blob.v2022_11_02 import generate_container_sas
from azure.mgmt.keyvault import KeyVaultManagementClient
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificate

plan = json.loads(sys.argv[1])
folder = plan["folder"]
CONTAINER = "https://contoso.blob.core.windows.net/hsm-backups"


class Token:
    """A credential that gives the rehearsal HSM's token, whatever the scope."""

    def __init__(self, hsm, of="tokenFile"):
        with open(hsm[of], encoding="ascii") as file:
            self.token = file.read()

    def get_token(self, *scopes, **kwargs):
        return AccessToken(self.token, int(time.time()) + 3600)


def client(kind, hsm, of="tokenFile"):
    return kind(vault_url=hsm["url"], credential=Token(hsm, of), verify_challenge_resource=False,
                connection_verify=hsm["caFile"])


def arm(hsm, name):
    management = KeyVaultManagementClient(
        Token(hsm), "00000000-0000-0000-0000-000000000000", base_url=hsm["url"],
        connection_verify=hsm["caFile"])
    properties = management.managed_hsms.get("group", name).properties
    assert properties.hsm_uri == hsm["url"] + "/", properties.hsm_uri
    return properties.security_domain_properties.activation_status


def keys(hsm):
    """By the second person, who reads keys and does nothing else."""
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
    numbers = certificate.public_key().public_numbers()
    return {
        "kty": "RSA", "key_ops": ["verify", "encrypt", "wrapKey"], "alg": "RSA-OAEP-256",
        "e": "AQAB",
        "n": b64url(numbers.n.to_bytes((numbers.n.bit_length() + 7) // 8, "big")),
        "x5c": [base64.b64encode(der).decode()], "x5t": b64url(hashlib.sha1(der).digest()),
        "x5t#S256": b64url(hashlib.sha256(der).digest()),
    }


def save(name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def restore_blob(domain, exchange, wrapping, out):
    """az keyvault security-domain restore-blob, offline."""
    settings = {"HOME": folder, "AZURE_CONFIG_DIR": os.path.join(folder, "az"),
                "AZURE_CORE_COLLECT_TELEMETRY": "0", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["az", "keyvault", "security-domain", "restore-blob", "--sd-file", domain,
         "--sd-exchange-key", exchange, "--sd-wrapping-keys", *wrapping,
         "--sd-file-restore-blob", out], env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return read(out)


def exchange_pem(hsm):
    """As az keyvault security-domain init-recovery writes it: lines of 65 characters."""
    answer = client(SecurityDomainClient, hsm).get_transfer_key()
    text = json.loads(answer["transfer_key"])["x5c"][0]
    lines = [text[i:i + 65] for i in range(0, len(text), 65)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----"])


source, recovered = plan["source"], plan["recovered"]

for host in ("localhost", "127.0.0.1"):
    context = ssl.create_default_context(cafile=source["caFile"])
    assert context.verify_flags & ssl.VERIFY_X509_STRICT
    port = int(source["url"].rsplit(":", 1)[1])
    connection = http.client.HTTPSConnection(host, port, context=context)
    connection.request("GET", "/keys")
    assert connection.getresponse().status == 401
print("strict TLS")

assert arm(source, "A-HSM") == "NotActivated"
officers = [os.path.join(folder, f"cert_{i}") for i in range(5)]
request = {"certificates": [jwk(path + ".cer") for path in officers], "required": 3}
domain_client = client(SecurityDomainClient, source)
poller = domain_client.begin_download(certificate_info=request)
assert poller.status() == "InProgress", poller.status()
domain = save("A-HSM-SD.json", poller.result().value)
assert poller.status() == "Success", poller.status()
status = domain_client.get_download_status()
assert (status.status, status.status_details) == ("Success", "The resource is active."), status
assert arm(source, "A-HSM") == "Active"
print("activation")

ADMINISTRATOR = "5d000000-0000-4000-8000-000000000001"
AUDITOR = "5d000000-0000-4000-8000-000000000002"


def access(hsm):
    return client(KeyVaultAccessControlClient, hsm)


def let_read(hsm):
    role = next(one for one in access(hsm).list_role_definitions("/")
                if one.role_name == "Managed HSM Crypto Auditor")
    return access(hsm).create_role_assignment("/keys", role.id, AUDITOR)


for who in ("tokenFile", "auditorTokenFile"):
    try:
        list(client(KeyClient, source, who).list_properties_of_keys())
        raise AssertionError("keys were listed without a role")
    except HttpResponseError as refused:
        assert (refused.status_code, refused.error.code) == (403, "AccessDenied"), refused
assert [one.properties.principal_id for one in access(source).list_role_assignments("/")] \
    == [ADMINISTRATOR]
given = let_read(source)
assert (given.properties.scope, given.properties.principal_id) == ("/keys", AUDITOR), given
assert access(source).get_role_assignment("/keys", given.name).role_assignment_id \
    == given.role_assignment_id
try:
    let_read(source)
    raise AssertionError("the same assignment was made twice")
except HttpResponseError as refused:
    assert (refused.status_code, refused.error.code) == (400, "MatchingRoleAssignmentExists"), refused
definition = access(source).get_role_definition(
    "/", given.properties.role_definition_id.split("/")[-1])
assert definition.permissions[0].data_actions, definition
extra = access(source).create_role_assignment("/", definition.id, AUDITOR)
access(source).delete_role_assignment("/", extra.name)
try:
    access(source).get_role_assignment("/", extra.name)
    raise AssertionError("an assignment stands after it was deleted")
except ResourceNotFoundError as gone:
    assert gone.error.code == "RoleAssignmentNotFound", gone
print("roles")

settings = client(KeyVaultSettingsClient, source)
ARM_KEYS = "AllowKeyManagementOperationsThroughARM"
assert [(one.name, one.value) for one in settings.list_settings()] == [(ARM_KEYS, "false")]
assert settings.get_setting(ARM_KEYS).setting_type == "boolean"
settings.update_setting(KeyVaultSetting(ARM_KEYS, "true"))
assert settings.get_setting(ARM_KEYS).getboolean() is True
print("settings")

original = keys(source)
assert len(original) == 3, original
print("keys")

poller = domain_client.begin_download(certificate_info=request, skip_activation_polling=True)
again = json.loads(poller.result().value)
assert again["EncData"] == json.loads(read(domain))["EncData"]
print("another download")

exchange = save("exchange.pem", exchange_pem(recovered))
wrapping = [path + ".key" for path in officers]
upload_client = client(SecurityDomainClient, recovered)

foreign = save("foreign.pem", exchange_pem(plan["other"]))
wrong = restore_blob(domain, foreign, wrapping[:3], os.path.join(folder, "wrong.json"))
try:
    upload_client.begin_upload(security_domain={"value": wrong}).result()
    raise AssertionError("a blob for another exchange key was taken")
except HttpResponseError:
    assert upload_client.get_upload_status().status == "Failed"
print("a wrong blob")

for quorum in ((0, 2, 4), (3, 1, 2)):
    out = os.path.join(folder, f"blob_{quorum[0]}{quorum[1]}{quorum[2]}.json")
    blob = restore_blob(domain, exchange, [wrapping[i] for i in quorum], out)
assert exchange_pem(recovered) == read(exchange)
assert arm(recovered, "B-HSM") == "NotActivated"
poller = upload_client.begin_upload(security_domain={"value": blob})
assert poller.result() is None and poller.status() == "Success", poller.status()
assert upload_client.get_upload_status().status_details == "The resource is active."
assert arm(recovered, "B-HSM") == "Active"
let_read(recovered)
assert keys(recovered) == []
print("recovery")

checked = client(KeyVaultBackupClient, source).begin_pre_backup(
    CONTAINER, use_managed_identity=True).result()
assert (checked.error, checked.folder_url) == (None, CONTAINER), vars(checked)
backup = client(KeyVaultBackupClient, source).begin_backup(
    CONTAINER, use_managed_identity=True).result()
assert backup.folder_url.startswith(CONTAINER + "/mhsm-A-HSM-"), backup.folder_url
restorer = client(KeyVaultBackupClient, recovered)
try:
    restorer.begin_pre_restore(backup.folder_url, use_managed_identity=True).result()
    raise AssertionError("the check passed for an HSM that was not backed up")
except HttpResponseError as refused:
    assert refused.error.code == "BackupRequired", refused
try:
    restorer.begin_restore(backup.folder_url, use_managed_identity=True).result()
    raise AssertionError("restored into an HSM that was not backed up")
except HttpResponseError:
    pass


def sas(permission, hours):
    """By Microsoft's own maker of tokens, with the key of the rehearsal's storage account."""
    return generate_container_sas(
        "contoso", "hsm-backups", account_key=read(recovered["accountKeyFile"]),
        permission=permission, expiry=datetime.now(timezone.utc) + timedelta(hours=hours))


for token, code in ((sas("crdw", -1), "AuthenticationFailed"),
                    (sas("rl", 1), "AuthorizationPermissionMismatch"),
                    (sas("crdw", 1) + "x", "AuthenticationFailed")):
    try:
        restorer.begin_backup(CONTAINER, sas_token=token).result()
        raise AssertionError("a container was opened by a token that does not open it")
    except HttpResponseError as refused:
        assert refused.error.code == code, refused
token = sas("crdw", 1)
assert restorer.begin_pre_backup(CONTAINER, sas_token=token).result().error is None
restorer.begin_backup(CONTAINER, sas_token="?" + token).result()
assert restorer.begin_pre_restore(backup.folder_url, sas_token=token).result().error is None
restorer.begin_restore(backup.folder_url, sas_token=token).result()
assert given.name in [one.name for one in access(recovered).list_role_assignments("/")]
assert keys(recovered) == original
print("backup and restore")
