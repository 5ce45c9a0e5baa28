"""Bodies that come packed: read within a bound, refused where they are damaged, bombs or packed otherwise."""

import gzip
import json
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.problems import Problem
from server.service.app import create_app
from server.service.http.json_body import unpack
from server.settings import ServerSettings
from tests.server.conftest import assert_problem
from tests.server.service.test_routes import JSON

BODY = json.dumps({"html": "<p>One. é</p>" * 50}).encode()
PACKED = gzip.compress(BODY, mtime=0)


def post(client, body, encoding="gzip"):
    return client.post("/v1/analyze", data=body, headers={"Content-Type": JSON, "Content-Encoding": encoding})


@pytest.mark.parametrize(
    ("body", "encoding"), [(PACKED, "gzip"), (PACKED, "GZIP"), (PACKED, "x-gzip"), (BODY, "identity")]
)
def test_a_packed_page_is_read(client, pool, body, encoding):
    assert post(client, body, encoding).status_code == 200
    assert pool.asked[0].input.html == json.loads(BODY)["html"]


@pytest.mark.parametrize("encoding", ["br", "zstd", "deflate", "compress", "gzip, gzip", "gzip, br", "*", "nonsense"])
def test_other_packings_are_refused_with_the_one_that_is_taken(client, pool, encoding):
    answer = post(client, PACKED, encoding)
    assert_problem(answer, 415, "unsupported-media-type")
    assert answer.headers["Accept-Encoding"] == "gzip"
    assert not pool.asked


@pytest.mark.parametrize(
    "body",
    [
        b"",
        BODY,
        PACKED[:-1],
        PACKED[:-8],
        PACKED[: len(PACKED) // 2],
        PACKED + b"x",
        PACKED + PACKED,
        PACKED[:-8] + b"\0" * 8,
        b"\x1f\x8b" + b"\0" * 20,
        zlib.compress(BODY),
    ],
)
def test_a_damaged_stream_is_refused(client, pool, body):
    assert_problem(post(client, body), 400, "bad-encoding")
    assert not pool.asked


def test_a_page_may_unpack_to_the_limit_and_no_further(pool):
    client = create_app(pool, ServerSettings(max_body=100)).test_client()
    fits = json.dumps({"html": "x"}).encode().ljust(100)
    assert post(client, gzip.compress(fits)).status_code == 200
    assert_problem(post(client, gzip.compress(fits + b" ")), 413, "body-too-large")


def test_a_bomb_is_refused_before_it_unfolds():
    bomb = gzip.compress(b"\0" * 300_000_000, 9)
    assert len(bomb) < 400_000
    tracemalloc.start()
    try:
        with pytest.raises(Problem) as raised:
            unpack(bomb, "gzip", 1_000_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert raised.value.code == "body-too-large"
    assert peak < 4_000_000


@given(st.binary(max_size=200), st.sampled_from(["gzip", "identity", "br", ""]))
def test_any_body_is_read_or_refused(body, encoding):
    try:
        assert unpack(body, encoding, 1_000) == body
    except Problem as problem:
        assert problem.status in (400, 413, 415)
