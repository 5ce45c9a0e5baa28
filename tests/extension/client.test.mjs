/** What is asked of the server on this computer, and how it proves that it is ours. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze, exportFile, modelCard, rule, rules } from "../../extension/client.js";
import { json, NONCE, PAGE, prove, serving, TOKEN } from "./listening.mjs";

test("an answer is asked for in the language of the interface, where one is given", async () => {
  for (const language of ["de", "en"]) {
    let asked = null;
    const fetch = async (address, given) => {
      if (!NONCE.test(new URL(address).pathname)) asked = given.headers["Accept-Language"];
      return globalThis.fetch(address, given);
    };
    await serving(json(200, { schema: "undertone/analysis/1" }), async (server) => {
      await analyze(PAGE, { server, token: TOKEN, language, fetch });
      assert.equal(asked, language);
    });
  }
});

test("an answer comes back with the host that gave it; the request is the contract's", async () => {
  const answer = { schema: "undertone/analysis/1" };
  await serving(json(200, answer), async (server, seen) => {
    assert.deepEqual(await analyze(PAGE, { server, token: TOKEN }), {
      kind: "answer",
      host: "127.0.0.1",
      server,
      answer,
    });
    assert.equal(seen[0].method, "POST");
    assert.equal(seen[0].url, "/v1/analyze");
    assert.equal(seen[0].type, "application/json");
    assert.equal(seen[0].mark, "1");
    assert.equal(seen[0].authorization, `Bearer ${TOKEN}`);
    assert.deepEqual(JSON.parse(seen[0].body), PAGE);
  });
});

const file =
  (text, headers = { "Content-Disposition": 'attachment; filename="undertone-markdown.md"' }) =>
  (response) => {
    response.writeHead(200, { "Content-Type": "text/markdown; charset=utf-8", ...headers });
    response.end(text);
  };

test("a report comes back as a file with its type and its name; the request is the contract's", async () => {
  await serving(file("# Notes\n"), async (server, seen) => {
    const outcome = await exportFile("markdown", PAGE, { server, token: TOKEN });
    assert.equal(outcome.kind, "answer");
    assert.deepEqual(outcome.answer, {
      text: "# Notes\n",
      type: "text/markdown; charset=utf-8",
      disposition: 'attachment; filename="undertone-markdown.md"',
    });
    assert.deepEqual([seen[0].method, seen[0].url, seen[0].mark], ["POST", "/v1/export/markdown", "1"]);
    assert.deepEqual(JSON.parse(seen[0].body), PAGE);
  });
});

test("what is no file of ours is not saved, and a server that knows no files is an older one", async () => {
  const kinds = [
    [file("<h1>Router</h1>", {}), "garbled"],
    [file("x", { "Content-Disposition": 'attachment; filename="setup.exe"' }), "garbled"],
    [json(404, { code: "not-found" }), "version"],
    [json(404, { code: "unknown-format" }), "problem"],
    [json(503, { code: "busy" }), "rate-limited"],
  ];
  for (const [answer, kind] of kinds) {
    const use = async (server) =>
      assert.equal((await exportFile("markdown", PAGE, { server, token: TOKEN })).kind, kind);
    await serving(answer, use);
  }
});

const STRANGERS = [
  ["no proof at all", () => [], TOKEN],
  ["the proof of another token", (nonce, port) => [prove(nonce, port, "another")], TOKEN],
  ["the proof of an earlier question", (_, port) => [prove("0".repeat(64), port)], TOKEN],
  ["the proof of our server on another port", (nonce, port) => [prove(nonce, port + 1)], TOKEN],
  ["a proof, but nobody is paired here", (nonce, port) => [prove(nonce, port, "")], ""],
];

for (const [what, proofs, token] of STRANGERS) {
  test(`who has ${what} gets neither page nor token`, async () => {
    const use = async (server, seen) => {
      for (const ask of [
        (options) => analyze(PAGE, options),
        (options) => exportFile("json", PAGE, options),
        rules,
        modelCard,
        (options) => rule("a.b", options),
      ]) {
        assert.deepEqual(await ask({ server, token }), { kind: "not-paired", host: "127.0.0.1", server });
      }
      assert.deepEqual(seen, []);
    };
    await serving(json(200, { schema: "undertone/analysis/1" }), use, proofs);
  });
}

test("a program that knows no proofs gets nothing, and is told apart from an older server of ours", async () => {
  for (const [answer, kind] of [
    [json(404, { code: "not-found" }), "version"],
    [json(404, {}), "garbled"],
    [json(200, { schema: "undertone/analysis/1" }), "garbled"],
  ]) {
    const got = [];
    const fetch = async (address, { headers, body }) => {
      got.push([new URL(address).pathname.split("/")[1], headers.Authorization, body]);
      return globalThis.fetch(address, { headers });
    };
    await serving(
      answer,
      async (server) => assert.equal((await analyze(PAGE, { server, token: TOKEN, fetch })).kind, kind),
      null,
    );
    assert.deepEqual(got, [["pair", undefined, undefined]]);
  }
});

test("each question has a nonce of its own", async () => {
  const nonces = new Set();
  const proofs = (nonce, port) => [prove(nonces.add(nonce) && nonce, port)];
  await serving(
    json(200, { schema: "undertone/rules/1" }),
    async (server) => {
      for (let asked = 0; asked < 3; asked++) await rules({ server, token: TOKEN });
    },
    proofs,
  );
  assert.equal(nonces.size, 3);
});
