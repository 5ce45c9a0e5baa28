/** What the panel's desk knows of a tab: what was told of it is never put back to what it found before. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { install } from "./browser.mjs";

const { session } = install();
const { open } = await import("../../extension/panel/desk.js"); // after the browser

const TAB = 7;
const WAITING = { since: 1, outcome: null };
const DONE = { since: 1, outcome: { kind: "answer" } };

/** Has the browser's next answer about what it keeps come only when `give` is called: as it was when asked. */
function holdBack() {
  const { get } = chrome.storage.session;
  /** @type {() => void} */
  let give = () => undefined;
  const given = new Promise((resolve) => {
    give = () => resolve(undefined);
  });
  chrome.storage.session.get = async (names) => {
    chrome.storage.session.get = get;
    const found = await get(names);
    await given;
    return found;
  };
  return give;
}

test("what is told while the desk turns to a tab is newer than what it finds there", async () => {
  session[`reading.${TAB}`] = WAITING;
  const shown = [];
  const desk = open(
    "",
    () => shown.push(desk.known().reading),
    () => undefined,
  );
  const give = holdBack();
  const turning = desk.turn(TAB);
  await chrome.storage.session.set({ [`reading.${TAB}`]: DONE });
  give();
  await turning;
  assert.deepEqual(desk.known().reading, DONE);
  assert.deepEqual(shown.at(-1), DONE);
});

test("what was told of one tab is not known of another", async () => {
  const desk = open(
    "",
    () => undefined,
    () => undefined,
  );
  await desk.turn(TAB);
  await chrome.storage.session.set({ [`reading.${TAB}`]: DONE });
  await desk.turn(TAB + 1);
  assert.deepEqual(desk.known(), { reading: null, view: null });
});
