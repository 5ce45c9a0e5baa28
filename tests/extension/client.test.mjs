/** Every outcome of a request is told apart, and only the server on this computer is asked. */

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { analyze, isOwn, SERVER } from "../../extension/client.js";

const PAGE = { html: "<p>x</p>", url: "http://news.test/" };

async function serving(answer, use) {
  const seen = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      seen.push({ method: request.method, url: request.url, type: request.headers["content-type"], body });
      answer(response);
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`, seen);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const json = (status, value) => (response) => {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(value));
};

test("an answer comes back with the host that gave it; the request is the contract's", async () => {
  const answer = { schema: "undertone/analysis/1" };
  await serving(json(200, answer), async (server, seen) => {
    assert.deepEqual(await analyze(PAGE, { server }), { kind: "answer", host: "127.0.0.1", server, answer });
    assert.equal(seen[0].method, "POST");
    assert.equal(seen[0].url, "/v1/analyze");
    assert.equal(seen[0].type, "application/json");
    assert.deepEqual(JSON.parse(seen[0].body), PAGE);
  });
});

test("a problem comes back with what it says", async () => {
  const problem = { title: "Too large", detail: "Send at most 8 MB.", code: "page-too-large" };
  await serving(json(413, problem), async (server) => {
    const outcome = await analyze(PAGE, { server });
    assert.deepEqual(outcome, { kind: "problem", host: "127.0.0.1", server, status: 413, ...problem });
  });
});

test("an error without words still has its status", async () => {
  const crash = (response) => response.writeHead(500).end("<h1>oops</h1>");
  await serving(crash, async (server) => {
    const { kind, status, detail } = await analyze(PAGE, { server });
    assert.deepEqual({ kind, status, detail }, { kind: "problem", status: 500, detail: null });
  });
});

for (const [what, value] of [
  ["another program", { hello: 1 }],
  ["a bare value", 7],
  ["null", null],
]) {
  test(`${what} at the address is told apart`, async () => {
    await serving(json(200, value), async (server) => {
      assert.equal((await analyze(PAGE, { server })).kind, "garbled");
    });
  });
}

test("nobody at the address is away", async () => {
  const server = await serving(json(200, {}), async (address) => address);
  assert.deepEqual(await analyze(PAGE, { server }), { kind: "away", host: "127.0.0.1", server });
});

test("silence is a timeout", async () => {
  await serving(
    () => undefined,
    async (server) => {
      assert.equal((await analyze(PAGE, { server, patience: 50 })).kind, "timeout");
    },
  );
});

test("a redirect is not followed: the page's text goes nowhere else", async () => {
  const redirect = (response) => response.writeHead(307, { Location: "http://127.0.0.1:9/" }).end();
  await serving(redirect, async (server, seen) => {
    assert.equal((await analyze(PAGE, { server })).kind, "away");
    assert.equal(seen.length, 1);
  });
});

for (const server of [
  "http://news.test",
  "https://127.0.0.1",
  "http://127.0.0.1:99999",
  "http://127.0.0.1.evil.test",
  "",
]) {
  test(`no address but this computer’s is ever asked: “${server}”`, async () => {
    const fetch = () => assert.fail("asked");
    assert.equal((await analyze(PAGE, { server, fetch })).kind, "away");
    assert.equal(isOwn(server), false);
  });
}

test("the server’s usual address is this computer’s", () => {
  assert.ok(isOwn(SERVER));
});
