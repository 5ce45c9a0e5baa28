/** The only place that fetches: sends a page to the server on this computer and tells every outcome apart. */

/** Where the server listens unless the reader stored another address. */
export const SERVER = "http://127.0.0.1:8765";

/** Whether an address is this computer's own: no other is ever asked. */
export function isOwn(address) {
  return /^http:\/\/127\.0\.0\.1(:\d{1,5})?$/.test(address) && URL.canParse(address);
}

/** Milliseconds after which an answer is no longer waited for. */
export const PATIENCE = 30_000;

/**
 * Asks the server about a page. Never rejects. The outcome's `kind` is one of
 * `answer` (with `answer`), `away` (nothing listens there), `timeout`, `problem` (the server refused: `status`, `code`,
 * `title`, `detail`), `garbled` (not our server).
 * Every outcome names the `server` that was asked and its `host`.
 *
 * @param {{html: string, url: string}} request
 * @param {{server?: string, patience?: number, fetch?: typeof fetch}} [options]
 */
export async function analyze(request, options = {}) {
  const { server = SERVER, patience = PATIENCE, fetch = globalThis.fetch } = options;
  const asked = { host: "127.0.0.1", server };
  if (!isOwn(server)) return { ...asked, kind: "away" };
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  try {
    const response = await fetch(new URL("/v1/analyze", server), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(request),
      signal: control.signal,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    return { ...asked, ...(await understand(response)) };
  } catch {
    return { ...asked, kind: control.signal.aborted ? "timeout" : "away" };
  } finally {
    clearTimeout(timer);
  }
}

async function understand(response) {
  const text = await response.text();
  const body = parse(text);
  if (response.ok) {
    const known = body?.schema?.startsWith?.("undertone/analysis/1");
    return known ? { kind: "answer", answer: body } : { kind: "garbled" };
  }
  const { code = null, title = null, detail = null } = body ?? {};
  return { kind: "problem", status: response.status, code, title, detail };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
