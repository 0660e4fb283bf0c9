"""What Debian's rfc3161ng says of timestamps: a line of JSON for each, with what was asked."""

import base64
import json
import sys

import rfc3161ng
from cryptography.exceptions import InvalidSignature
from pyasn1.error import PyAsn1Error


def is_good(given):
    try:
        answer = rfc3161ng.decode_timestamp_response(base64.b64decode(given["answer"]))
        return rfc3161ng.check_timestamp(
            answer.time_stamp_token, certificate=given["certificate"].encode(), digest=bytes.fromhex(given["digest"]),
            hashname=given["hash"], nonce=None if given["nonce"] is None else int(given["nonce"], 16))
    except (ValueError, InvalidSignature, PyAsn1Error):
        return False


for line in sys.stdin:
    print(json.dumps(is_good(json.loads(line))))
