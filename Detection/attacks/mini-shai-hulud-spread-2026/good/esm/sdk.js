import { SDKError, HTTPValidationError } from "./errors.js";

const backoff = (attempt) => Math.min(500 * 1.5 ** attempt + Math.random() * 1000, 60000);

export class Mistral {
  #options;

  constructor(options = {}) {
    this.#options = { serverURL: "https://api.mistral.example.invalid", retries: 2, ...options };
    this.chat = {
      complete: (request) => this.#post("/v1/chat/completions", { stream: false, ...request }),
      stream: (request) => this.#stream("/v1/chat/completions", { ...request, stream: true }),
    };
    this.embeddings = { create: (request) => this.#post("/v1/embeddings", request) };
    this.models = { list: () => this.#send("GET", "/v1/models") };
  }

  async #send(method, path, body) {
    const { serverURL, apiKey, retries } = this.#options;
    for (let attempt = 0; ; attempt++) {
      const response = await fetch(new URL(path, serverURL), {
        method,
        headers: { "content-type": "application/json", authorization: `Bearer ${typeof apiKey === "function" ? await apiKey() : apiKey}` },
        body: body && JSON.stringify(body),
      });
      if (response.ok) return response;
      if ([429, 500, 502, 503, 504].includes(response.status) && attempt < retries) {
        await new Promise((resolve) => setTimeout(resolve, backoff(attempt)));
        continue;
      }
      const text = await response.text();
      if (response.status === 422) throw new HTTPValidationError(JSON.parse(text), { response });
      throw new SDKError("API error occurred", { response, body: text });
    }
  }

  async #post(path, body) {
    return (await this.#send("POST", path, body)).json();
  }

  async *#stream(path, body) {
    const response = await this.#send("POST", path, body);
    let rest = "";
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const events = (rest + chunk).split("\n\n");
      rest = events.pop();
      for (const event of events) {
        const data = event.replace(/^data: /, "");
        if (data === "[DONE]") return;
        yield { data: JSON.parse(data) };
      }
    }
  }
}
