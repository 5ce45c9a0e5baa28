/** A server for the tests of the client: it holds the pairing and answers as it is told. */

import { createHash, createHmac } from "node:crypto";
import { createServer } from "node:http";

export const PAGE = { html: "<p>x</p>", url: "http://news.test/" };
export const TOKEN = "secret";
export const NONCE = /^\/pair\/proof\/([0-9a-f]{64})$/;

/** What a server that gave `token` and listens on `port` answers to a nonce. */
export function prove(nonce, port, token = TOKEN) {
  const key = createHash("sha256").update(token).digest();
  return createHmac("sha256", key).update(`undertone:${port}:${nonce}`).digest("hex");
}

/** A server that holds the pairing, unless `proofs` says otherwise; `seen` are the requests that ask for more. */
export async function serving(answer, use, proofs = (nonce, port) => ["0".repeat(64), prove(nonce, port)]) {
  const seen = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const [, nonce] = NONCE.exec(request.url) ?? [];
      if (nonce && proofs) return json(200, { proofs: proofs(nonce, server.address().port) })(response);
      const { authorization, "content-type": type, "x-undertone": mark } = request.headers;
      seen.push({ method: request.method, url: request.url, type, mark, authorization, body });
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

export const json =
  (status, value, headers = {}) =>
  (response) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers });
    response.end(JSON.stringify(value));
  };
