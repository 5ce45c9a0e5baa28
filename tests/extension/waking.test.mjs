/** Waking the server: when the host is asked, for what, and what becomes of its answer. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { install } from "./browser.mjs";

const OURS = "http://127.0.0.1:8765";
const machine = { server: OURS, tokens: 0, refuses: false };
const { held, seen } = install({
  host: (message) => {
    if (machine.refuses) return { error: "not-ours" };
    return { server: machine.server, version: "0.1.0", ...(message.pair && { token: `t${++machine.tokens}` }) };
  },
});
const { awake } = await import("../../extension/background/waking.js");

/** Asks a server that gives these outcomes, one after the other; `asked` has the settings of each time. */
async function ask(...kinds) {
  const asked = [];
  const outcome = await awake(async (settings) => {
    asked.push({ server: settings.server, token: settings.token });
    return { kind: kinds[asked.length - 1] };
  });
  return { kind: outcome.kind, asked };
}

beforeEach(() => {
  for (const name of Object.keys(held)) delete held[name];
  seen.woken.length = 0;
  Object.assign(machine, { server: OURS, tokens: 0, refuses: false });
});

test("a server that runs is not woken", async () => {
  for (const kind of ["answer", "problem", "crash", "timeout", "cancelled", "version", "garbled"]) {
    assert.equal((await ask(kind)).asked.length, 1);
  }
  assert.deepEqual(seen.woken, []);
});

test("one that does not run is woken, paired with and asked again", async () => {
  const { kind, asked } = await ask("away", "answer");
  assert.equal(kind, "answer");
  assert.deepEqual(asked[1], { server: OURS, token: "t1" });
  assert.equal(held.token, "t1");
  const message = { type: "wake", pair: true, origin: "chrome-extension://undertone" };
  assert.deepEqual(seen.woken, [{ name: "org.undertone.host", message }]);
});

test("a token that is there is kept, and replaced where it is worth nothing", async () => {
  held.token = "old";
  assert.deepEqual((await ask("away", "answer")).asked[1], { server: OURS, token: "old" });
  const { kind, asked } = await ask("away", "not-paired", "answer");
  assert.equal(kind, "answer");
  assert.deepEqual(asked.at(-1), { server: OURS, token: "t1" });
});

test("a server that was moved to another port is found and paired with", async () => {
  Object.assign(held, { token: "old" });
  machine.server = "http://127.0.0.1:9001";
  assert.deepEqual((await ask("away", "answer")).asked[1], { server: "http://127.0.0.1:9001", token: "t1" });
});

test("an address that is not of this computer is never taken from the host", async () => {
  machine.server = "http://evil.example";
  const { kind, asked } = await ask("away");
  assert.equal(kind, "away");
  assert.equal(asked.length, 1);
  assert.equal(held.server, undefined);
});

test("a host that refuses, and tries that help nothing, end soon", async () => {
  assert.equal((await ask("away", "not-paired", "not-paired", "answer")).kind, "not-paired");
  machine.refuses = true;
  assert.equal((await ask("away", "answer")).kind, "away");
});

test("what is cancelled meanwhile is not asked again", async () => {
  let asked = 0;
  const outcome = await awake(async () => ({ kind: "away", asked: ++asked }), AbortSignal.abort());
  assert.deepEqual(outcome, { kind: "away", asked: 1 });
});
