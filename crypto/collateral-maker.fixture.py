# An independent maker of Intel's collateral, from Intel's profiles and RFC 5280 alone: pyca's
# primitives and nothing of this project. The only argument is a JSON list of plans: what is to be
# otherwise than it must be. It prints a line of JSON for each: the quote's chain with its leaf's key,
# and each file in base64.
import base64
import datetime
import json
import sys
import urllib.parse

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import (
    Encoding, NoEncryption, PrivateFormat)

SGX = "1.2.840.113741.1.13.1"
day = lambda text: datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)
BEGAN, ENDED = day("2020-01-01"), day("2049-12-31")
b64 = lambda data: base64.b64encode(data).decode()
named = lambda text: x509.Name([
    x509.NameAttribute(x509.NameOID.COMMON_NAME, text),
    x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "TEST")])


def der(tag, *parts):
    content = b"".join(parts)
    size = len(content)
    length = bytes([size]) if size < 128 else (
        lambda raw: bytes([0x80 | len(raw)]) + raw)(size.to_bytes((size.bit_length() + 7) // 8, "big"))
    return bytes([tag]) + length + content


def oid(text):
    first, second, *rest = map(int, text.split("."))
    out = bytes([40 * first + second])
    for arc in rest:
        groups = [arc & 127]
        while arc := arc >> 7:
            groups.insert(0, arc & 127 | 128)
        out += bytes(groups)
    return der(6, out)


def number(value):
    return der(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def platform():
    versions = plan.get("components", [11, 11, 3, 3, 255, 255] + [0] * 10)
    pair = lambda name, value: der(0x30, oid(f"{SGX}.{name}"), value)
    tcb = [pair(f"2.{i + 1}", number(svn)) for i, svn in enumerate(versions)]
    tcb += [pair("2.17", number(plan.get("pcesvn", 13))), pair("2.18", der(4, bytes(versions)))]
    return der(0x30, pair("1", der(4, bytes(16))), pair("2", der(0x30, *tcb)),
               pair("3", der(4, b"\0\0")), pair("4", der(4, bytes.fromhex("00606a000000"))),
               pair("5", der(10, b"\1")))


def certificate(subject, key, issuer, issuer_key, ca=None, more=None):
    use = dict.fromkeys(["digital_signature", "content_commitment", "key_encipherment",
                         "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
                         "encipher_only", "decipher_only"], False)
    use.update({"key_cert_sign": True, "crl_sign": plan.get("mayRevoke", True)} if ca is not None
               else {"digital_signature": True, "content_commitment": True})
    builder = (
        x509.CertificateBuilder().subject_name(named(subject)).issuer_name(named(issuer))
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(BEGAN).not_valid_after(ENDED)
        .add_extension(x509.KeyUsage(**use), critical=True)
        .add_extension(x509.BasicConstraints(ca=ca is not None, path_length=ca), critical=True))
    if more is not None:
        builder = builder.add_extension(
            x509.UnrecognizedExtension(x509.ObjectIdentifier(SGX), more), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def revocations(issuer, key, serials, extension=None):
    builder = (x509.CertificateRevocationListBuilder().issuer_name(named(issuer))
               .last_update(ISSUED).next_update(NEXT)
               .add_extension(x509.CRLNumber(1), critical=False))
    if extension:
        builder = builder.add_extension(x509.DeltaCRLIndicator(1), critical=True)
    for serial in serials:
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(ISSUED)
            .add_extension(x509.CRLReason(x509.ReasonFlags.key_compromise), critical=False).build())
    return builder.sign(key, hashes.SHA256())


def signed(member, value, key):
    body = json.dumps(value, separators=(",", ":"))
    r, s = utils.decode_dss_signature(key.sign(body.encode(), ec.ECDSA(hashes.SHA256())))
    signature = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    return f'{{"{member}":{body},"signature":"{signature.hex()}"}}'.encode()


def level(tcb, status, date="2023-08-09T00:00:00Z", advisories=None):
    listed = {} if advisories is None else {"advisoryIDs": advisories}
    return {"tcb": tcb, "tcbDate": date, "tcbStatus": status, **listed}


def made():
    root, authority, leaf, signer = [ec.generate_private_key(ec.SECP256R1()) for _ in range(4)]
    ROOT, CA, SIGNER = "Test SGX Root CA", "Test SGX PCK Platform CA", "Test SGX TCB Signing"
    top = certificate(ROOT, root, ROOT, root, ca=1)
    middle = certificate(CA, authority, ROOT, root, ca=0)
    bottom = certificate("Test SGX PCK Certificate", leaf, CA, authority, more=platform())
    signing = certificate(SIGNER, signer, ROOT, root)
    pem = lambda *links: "".join(link.public_bytes(Encoding.PEM).decode() for link in links)

    text = lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ")
    dates = {"issueDate": text(ISSUED), "nextUpdate": text(NEXT)}
    svns = lambda *own: [{"svn": svn} for svn in (list(own) + [0] * 16)[:16]]
    tcb_info = {
        "id": "SGX", "version": 3, **dates, "fmspc": "00606A000000", "pceId": "0000", "tcbType": 0,
        "tcbEvaluationDataNumber": 18,
        "tcbLevels": [
            level({"sgxtcbcomponents": svns(12, 12, 3, 3, 255, 255), "pcesvn": 13}, "UpToDate"),
            level({"sgxtcbcomponents": svns(11, 11, 3, 3, 255, 255), "pcesvn": 13},
                  plan.get("tcbStatus", "SWHardeningNeeded"), advisories=["INTEL-SA-00615"]),
            level({"sgxtcbcomponents": svns(4, 4, 3, 3, 255, 255), "pcesvn": 11}, "OutOfDate",
                  "2021-11-10T00:00:00Z", ["INTEL-SA-00586", "INTEL-SA-00614"]),
        ], **plan.get("tcbInfo", {})}
    qe_identity = {
        "id": "QE", "version": 2, **dates, "tcbEvaluationDataNumber": 18,
        "miscselect": "00000000", "miscselectMask": "FFFFFFFF",
        "attributes": "05000000000000000000000000000000",
        "attributesMask": "FBFFFFFFFFFFFFFF0000000000000000",
        "mrsigner": "8C4F5775D796503E96137F77C68A829A0056AC8DED70140B081B094490C57BFF", "isvprodid": 1,
        "tcbLevels": [level({"isvsvn": 9}, "UpToDate"),
                      level({"isvsvn": 8}, plan.get("qeStatus", "UpToDate")),
                      level({"isvsvn": 6}, "OutOfDate", "2021-11-10T00:00:00Z")],
        **plan.get("qeIdentity", {})}

    gone = {"leaf": bottom.serial_number, "authority": middle.serial_number,
            "signer": signing.serial_number, "other": 4711}
    revoked = plan.get("revoked", ["other"])
    key_for = {"signer": signer, "leaf": leaf, "root": root}[plan.get("signedBy", "signer")]
    chain_for = {"signer": (signing, top), "leaf": (bottom, middle, top), "root": (top,)}[
        plan.get("signedBy", "signer")]
    by = lambda name: [gone[one] for one in revoked if one in name]
    return json.dumps({
        "root": pem(top), "chain": pem(bottom, middle, top),
        "leafKey": b64(leaf.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
        "files": {name: b64(data) for name, data in {
            "root CRL": revocations(ROOT, root, by(["authority", "signer", "other"]),
                                    plan.get("delta")).public_bytes(Encoding.DER),
            "root CRL in PEM": revocations(ROOT, root, []).public_bytes(Encoding.PEM),
            "PCK CRL": revocations(CA, authority, by(["leaf", "other"])).public_bytes(Encoding.DER),
            "PCK CRL by another key": revocations(CA, root, []).public_bytes(Encoding.DER),
            "CRL of another authority":
                revocations("Test SGX PCK Processor CA", authority, []).public_bytes(Encoding.DER),
            "TCB info": signed("tcbInfo", tcb_info, key_for),
            "QE identity": signed("enclaveIdentity", qe_identity, key_for),
            "issuer chain": pem(*chain_for).encode(),
            "issuer chain of a header": urllib.parse.quote(pem(*chain_for), safe="").encode(),
        }.items()}})


for plan in json.loads(sys.argv[1]):
    ISSUED, NEXT = day(plan.get("issued", "2026-11-20")), day(plan.get("next", "2026-12-20"))
    print(made())
