"""Answers are named by the hash of their bytes, so that who has one need not get it again."""

import pytest


@pytest.mark.parametrize("path", ["/v1/rules", "/v1/model-card", "/readyz"])
def test_who_has_an_answer_is_told_so(client, path):
    first = client.get(path)
    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert client.get(path, headers={"If-None-Match": '"another"'}).data == first.data


def test_the_same_page_has_the_same_tag_and_is_sent_again_all_the_same(client):
    first, again = (client.post("/v1/analyze", json={"text": "x"}) for _ in range(2))
    assert first.headers["ETag"] == again.headers["ETag"]
    tagged = client.post("/v1/analyze", json={"text": "x"}, headers={"If-None-Match": first.headers["ETag"]})
    assert (tagged.status_code, tagged.data) == (200, first.data)  # a POST is no question whether something changed
