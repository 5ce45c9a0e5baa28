/** Readings of several tabs at once: nothing that was known is lost, and nobody waits for ever. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { bells, order, send, session, TAB, tab } from "./backstage.mjs";

const { change } = await import("../../extension/readings.js"); // after the browser that backstage.mjs installs

const OTHER = { ...TAB, id: 8 };
const of = (id) => ({ reading: session[`reading.${id}`], view: session[`view.${id}`] });

/** Answers of the server that come only once they are let through, in any order. */
function holdBack() {
  const waiting = [];
  const before = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    const isAsked = String(address).endsWith("/v1/analyze");
    const answer = await before(address, options);
    if (isAsked) {
      await new Promise((resolve, reject) => {
        waiting.push(resolve);
        options.signal?.addEventListener("abort", () => reject(options.signal.reason));
      });
    }
    return answer;
  };
  const until = async (count) => {
    while (waiting.length < count) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { waiting, until, end: () => Object.assign(globalThis, { fetch: before }) };
}

/** Clicks on two tabs, the first of which has asked the server before the second. */
async function both(until) {
  const first = bells.clicked.tell(TAB);
  await until(1);
  const second = bells.clicked.tell(OTHER);
  await until(2);
  return [first, second];
}

test("changes of a tab that come at once are all kept, each on what the one before left", async () => {
  await change(TAB.id, () => ({ reading: { since: 1, words: 0, outcome: null } }));
  const grow = () => change(TAB.id, (held) => ({ reading: { words: held.words + 1 } }));
  const mark = (name) => change(TAB.id, (_, view) => ({ view: { aside: [...view.aside, name] } }));
  await Promise.all([grow(), mark("a"), grow(), mark("b"), grow()]);
  assert.equal(of(TAB.id).reading.words, 3);
  assert.deepEqual(of(TAB.id).view.aside, ["a", "b"]);
});

test("a change that fails does not hold up the next one", async () => {
  await assert.rejects(
    change(TAB.id, () => {
      throw new TypeError("no");
    }),
  );
  await change(TAB.id, () => ({ reading: { since: 2 } }));
  assert.equal(of(TAB.id).reading.since, 2);
});

test("two tabs read at once, their answers in the other order: neither is left waiting", async () => {
  const { waiting, until, end } = holdBack();
  const clicks = await both(until);
  waiting[1]();
  await clicks[1];
  assert.deepEqual([of(7).reading.outcome, of(8).reading.outcome.kind], [null, "answer"]);
  waiting[0]();
  await clicks[0];
  assert.deepEqual([of(7).reading.outcome.kind, of(8).reading.outcome.kind], ["answer", "answer"]);
  end();
});

test("what a page tells while its answer is taken is kept beside the answer", async () => {
  const { waiting, until, end } = holdBack();
  const clicked = bells.clicked.tell(TAB);
  await until(1);
  waiting[0]();
  const told = [1, 2, 3].map(() => send({ type: "page", event: "hidden", hidden: false }));
  await Promise.all([clicked, ...told]);
  assert.equal(of(TAB.id).reading.outcome.kind, "answer");
  assert.equal(of(TAB.id).reading.isBusy, false);
  end();
});

test("a page that is left while it is read, or closed, waits for nothing; the other tab is untouched", async () => {
  const { waiting, until, end } = holdBack();
  const clicks = await both(until);
  tab.open = false; // the document is another one
  await bells.updated.tell(TAB.id, { status: "loading" });
  await clicks[0];
  assert.equal(of(7).reading, undefined);
  assert.equal(of(8).reading.outcome, null);
  tab.open = true;
  waiting[1]();
  await clicks[1];
  assert.equal(of(8).reading.outcome.kind, "answer");
  const again = bells.clicked.tell(TAB);
  await until(3);
  await bells.closed.tell(TAB.id);
  await again;
  assert.deepEqual([of(7).reading, of(7).view], [undefined, undefined]);
  end();
});

test("of two readings of one tab the later one is shown, whichever answer comes first", async () => {
  const { waiting, until, end } = holdBack();
  const first = bells.clicked.tell(TAB);
  await until(1);
  const second = order({ type: "read", how: "anyway" });
  await until(2);
  waiting[1]();
  await second;
  waiting[0]();
  await first;
  assert.equal(of(TAB.id).reading.how, "anyway");
  assert.equal(of(TAB.id).reading.outcome.kind, "answer");
  end();
});
