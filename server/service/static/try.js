/** The forms to try the HTTP API with: Swagger UI, which asks this server alone and shows itself as this page does. */

/** @typedef {{headers: Record<string, string>}} Asked */

const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

const { SwaggerUIBundle } = /** @type {any} */ (globalThis);
SwaggerUIBundle({
  spec: JSON.parse(document.getElementById("description")?.textContent ?? ""),
  domNode: document.getElementById("viewer"),
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  validatorUrl: null, // else addresses of servers elsewhere would be asked
  requestInterceptor: (/** @type {Asked} */ asked) => {
    asked.headers["X-Undertone"] = "1"; // as every page of ours says
    return asked;
  },
});
