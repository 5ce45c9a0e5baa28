/** Every outcome of a request is told apart, and only servers that may be asked are asked. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isOwn, isServer, meantAddress, SERVER } from "../../extension/addresses.js";
import { analyze, modelCard, pair, ready, rule, rules } from "../../extension/client.js";
import { json, PAGE, serving, TOKEN } from "./listening.mjs";

test("a problem comes back with what it says", async () => {
  const problem = { title: "Too large", detail: "Send at most 8 MB.", code: "page-too-large" };
  await serving(json(413, problem), async (server) => {
    const outcome = await analyze(PAGE, { server, token: TOKEN });
    assert.deepEqual(outcome, { kind: "problem", host: "127.0.0.1", server, status: 413, ...problem });
  });
});

const FAILURES = [
  ["no token", 401, {}, { kind: "not-paired" }],
  ["too many requests", 429, { "Retry-After": "7" }, { kind: "rate-limited", retryAfter: 7 }],
  ["a busy server", 503, { "Retry-After": "2" }, { kind: "rate-limited", retryAfter: 2 }],
  ["a busy server that does not say for how long", 503, {}, { kind: "rate-limited", retryAfter: 1 }],
  ["a crash", 500, { "X-Request-ID": "abc" }, { kind: "crash", request: "abc" }],
  ["a gateway", 502, {}, { kind: "crash", request: null }],
  ["a refusal", 403, {}, { kind: "problem" }],
];

for (const [what, status, headers, expected] of FAILURES) {
  test(`${what} is told apart`, async () => {
    const problem = { title: "T", detail: "D", code: "c" };
    await serving(json(status, problem, headers), async (server) => {
      const outcome = await analyze(PAGE, { server, token: TOKEN });
      assert.deepEqual(outcome, { ...expected, host: "127.0.0.1", server, status, ...problem });
    });
  });
}

test("an error without words still has its status", async () => {
  const crash = (response) => response.writeHead(500).end("<h1>oops</h1>");
  await serving(crash, async (server) => {
    const { kind, status, detail } = await analyze(PAGE, { server, token: TOKEN });
    assert.deepEqual({ kind, status, detail }, { kind: "crash", status: 500, detail: null });
  });
});

for (const [what, value] of [
  ["another program", { hello: 1 }],
  ["a bare value", 7],
  ["null", null],
  ["a list", []],
]) {
  test(`${what} at the address is told apart`, async () => {
    await serving(json(200, value), async (server) => {
      assert.equal((await analyze(PAGE, { server, token: TOKEN })).kind, "garbled");
    });
  });
}

test("another version of ours is told apart", async () => {
  await serving(json(200, { schema: "undertone/analysis/2" }), async (server) => {
    assert.equal((await analyze(PAGE, { server, token: TOKEN })).kind, "version");
    assert.equal((await rules({ server, token: TOKEN })).kind, "garbled");
  });
  await serving(json(200, { schema: "undertone/model-card/1" }), async (server) => {
    assert.equal((await modelCard({ server, token: TOKEN })).kind, "version");
  });
});

const KNOWN = [
  ["rules", rules, "/v1/rules", { schema: "undertone/rules/1" }],
  ["one rule", (options) => rule("wording.fear", options), "/v1/rules/wording.fear", { id: "wording.fear" }],
  ["model card", modelCard, "/v1/model-card", { schema: "undertone/model-card/2" }],
  ["readiness", ready, "/readyz", { status: "ready", api: 1 }],
];

for (const [what, ask, path, answer] of KNOWN) {
  test(`the ${what} is asked for without a body`, async () => {
    await serving(json(200, answer), async (server, seen) => {
      assert.deepEqual(await ask({ server, token: TOKEN }), { kind: "answer", host: "127.0.0.1", server, answer });
      assert.deepEqual([seen[0].method, seen[0].url, seen[0].type, seen[0].body], ["GET", path, undefined, ""]);
    });
  });
}

test("a server of another interface is another version, whatever else it says", async () => {
  for (const other of [{ status: "ready" }, { status: "ready", api: 2 }]) {
    await serving(json(200, other), async (server) => assert.equal((await ready({ server })).kind, "version"));
  }
});

test("pairing hands in the code and brings the token back", async () => {
  const answer = { token: "t", id: "i" };
  await serving(json(200, answer), async (server, seen) => {
    const outcome = await pair({ code: "ABCD-EFGH", name: "Chromium" }, { server });
    assert.deepEqual(outcome.answer, answer);
    assert.deepEqual([seen[0].method, seen[0].url], ["POST", "/pair"]);
    assert.deepEqual(JSON.parse(seen[0].body), { code: "ABCD-EFGH", name: "Chromium" });
  });
  await serving(json(200, { hello: 1 }), async (server) => {
    assert.equal((await pair({ code: "x", name: "y" }, { server })).kind, "garbled");
  });
});

test("a request that is given up is cancelled, not away", async () => {
  const control = new AbortController();
  const silent = () => control.abort();
  await serving(silent, async (server) => {
    assert.equal((await analyze(PAGE, { server, token: TOKEN, signal: control.signal })).kind, "cancelled");
  });
});

test("nobody at the address is away", async () => {
  const server = await serving(json(200, {}), async (address) => address);
  assert.deepEqual(await analyze(PAGE, { server, token: TOKEN }), { kind: "away", host: "127.0.0.1", server });
});

test("silence is a timeout", async () => {
  await serving(
    () => undefined,
    async (server) => {
      assert.equal((await analyze(PAGE, { server, token: TOKEN, patience: 50 })).kind, "timeout");
    },
  );
});

test("a redirect is not followed: the page's text goes nowhere else", async () => {
  const redirect = (response) => response.writeHead(307, { Location: "http://127.0.0.1:9/" }).end();
  await serving(redirect, async (server, seen) => {
    assert.equal((await analyze(PAGE, { server, token: TOKEN })).kind, "away");
    assert.equal(seen.length, 1);
  });
});

for (const server of [
  "http://news.test",
  "http://127.0.0.1:99999",
  "http://127.0.0.1.evil.test",
  "https://news.test/path",
  "https://a@news.test",
  "https://*.news.test",
  "https://NEWS.test",
  "https://news.test:99999",
  "",
]) {
  test(`no address but this computer’s, or one over https, is ever asked: “${server}”`, async () => {
    const fetch = () => assert.fail("asked");
    assert.equal((await analyze(PAGE, { server, fetch })).kind, "away");
    assert.equal(isOwn(server), false);
    assert.equal(isServer(server), false);
  });
}

for (const [typed, meant] of [
  ["8871", "http://127.0.0.1:8871"],
  [" :8871 ", "http://127.0.0.1:8871"],
  ["localhost:8871", "http://127.0.0.1:8871"],
  ["http://LOCALHOST:8871/", "http://127.0.0.1:8871"],
  ["127.0.0.1:8871", "http://127.0.0.1:8871"],
  ["http://127.0.0.1:8871//", "http://127.0.0.1:8871"],
  ["localhost", "http://127.0.0.1"],
  ["http://127.0.0.1", "http://127.0.0.1"],
  ["99999", null],
  ["https://localhost", "https://localhost"],
  ["undertone.newsroom.example", "https://undertone.newsroom.example"],
  ["Undertone.Newsroom.example:8443/", "https://undertone.newsroom.example:8443"],
  ["HTTPS://bücher.example", "https://xn--bcher-kva.example"],
  ["localhost.evil.test:80", "https://localhost.evil.test:80"],
  ["http://news.test", null],
  ["https://news.test/path", null],
  ["https://a@news.test", null],
  ["https://*.test", null],
  ["*.news.test", null],
  ["ftp://news.test", null],
  ["http://localhost@news.test", null],
  ["", null],
  [":", null],
]) {
  test(`what is meant by “${typed}”`, () => assert.equal(meantAddress(typed), meant));
}

test("a server elsewhere proves by its certificate who it is: it is asked at once, with its token, and never without", async () => {
  const server = "https://undertone.newsroom.example";
  const asked = [];
  const fetch = async (address, { headers }) => {
    asked.push([String(address), headers.Authorization]);
    return new Response(JSON.stringify({ schema: "undertone/analysis/1" }));
  };
  const host = "undertone.newsroom.example";
  assert.deepEqual(await analyze(PAGE, { server, fetch }), { kind: "not-paired", host, server });
  assert.deepEqual(asked, []);
  assert.equal((await analyze(PAGE, { server, token: TOKEN, fetch })).kind, "answer");
  assert.deepEqual(asked, [[`${server}/v1/analyze`, `Bearer ${TOKEN}`]]);
  const away = () => Promise.reject(new TypeError("Failed to fetch"));
  const outcome = await analyze(PAGE, { server, token: TOKEN, fetch: away });
  assert.deepEqual(outcome, { kind: "unreachable", host, server });
});

test("the server’s usual address is this computer’s", () => {
  assert.ok(isOwn(SERVER));
});
