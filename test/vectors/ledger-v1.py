"""Computes the test vectors of the ledger's hashes, version 1, from nothing but their definition.

    payload_hash = SHA-256(salt || JCS(payload))
    leaf         = SHA-256(0x00 || JCS(envelope))
    hash         = SHA-256(0x01 || previous hash || leaf)
    genesis      = SHA-256(0x02 || JCS({epoch, hashVersion, organization}))

Usage: python3 ledger-v1.py          writes ledger-v1.json
       python3 ledger-v1.py --check  compares it with what is computed; exits 1 if they differ
"""
import hashlib
import json
import pathlib
import sys

FILE = pathlib.Path(__file__).with_suffix(".json")
ORGANIZATION = "0190d5f0-3c7e-7b3a-9a41-5f1a3c0b7e21"


def jcs(value):
    """RFC 8785 for what the vectors hold: text, integers, lists, null, and ASCII keys."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def envelope(position, stream_version, **more):
    return {
        "actorId": "mem_01h455vb4pex5vsknk084sn02q",
        "actorKind": "MEMBER",
        "causationId": None,
        "correlationId": "req_01h455vb4pex5vsknk084sn02r",
        "eventId": f"evt_01h455vb4pex5vsknk084sn0{position:02d}",
        "eventType": "NoteAdded",
        "hashVersion": 1,
        "occurredAt": "2019-07-02T13:42:00.000000Z",
        "organization": ORGANIZATION,
        "position": position,
        "recordedAt": f"2019-07-02T13:42:00.12345{position}Z",
        "schemaVersion": 1,
        "streamId": "inc_01h455vb4pex5vsknk084sn02q",
        "streamType": "incident",
        "streamVersion": stream_version,
        "via": "tok_01h455vb4pex5vsknk084sn02q",
        **more,
    }


EVENTS = [
    (envelope(1, 1), {"text": "plain"}),
    (envelope(2, 2, via=None, correlationId=None, actorKind="POLICY", actorId="suspects"),
     {"text": "quotes \" backslash \\ slash / tab \t newline \n bell \u0007 delete \u007f"}),
    (envelope(3, 3, causationId="evt_01h455vb4pex5vsknk084sn002", schemaVersion=32767),
     {"text": "é e\u0301 € 日本語 😀 \u2028", "list": [], "nested": {"b": 2, "a": [1, None, True]}}),
    (envelope(4, 1, streamId="org_01h455vb4pex5vsknk084sn02q", streamType="organization",
              eventType="MemberInvited", occurredAt="1970-01-01T00:00:00.000000Z"),
     {"number": 9007199254740991, "negative": -1, "empty": ""}),
    (envelope(5, 4, actorKind="INTEGRATION", actorId="int_01h455vb4pex5vsknk084sn02q",
              correlationId="Trace:a.b_c-1", occurredAt="9999-12-31T23:59:59.999999Z"), {}),
]


def compute():
    chain = sha256(b"\x02", jcs({"epoch": 1, "hashVersion": 1, "organization": ORGANIZATION}))
    vectors = {"organization": ORGANIZATION, "epoch": 1, "genesis": chain.hex(), "events": []}
    for head, payload in EVENTS:
        salt = bytes(range(head["position"], head["position"] + 16))
        payload_hash = sha256(salt, jcs(payload))
        leaf = sha256(b"\x00", jcs({**head, "payloadHash": payload_hash.hex()}))
        chain = sha256(b"\x01", chain, leaf)
        vectors["events"].append({
            "envelope": head, "salt": salt.hex(), "payload": payload,
            "canonicalPayload": jcs(payload).decode(), "payloadHash": payload_hash.hex(),
            "leaf": leaf.hex(), "hash": chain.hex(),
        })
    return json.dumps(vectors, indent=2, ensure_ascii=True) + "\n"


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit(0 if FILE.read_text() == compute() else 1)
    FILE.write_text(compute())
