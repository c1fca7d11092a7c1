export class SDKError extends Error {
  constructor(message, httpMeta) {
    super(`${message}: Status ${httpMeta.response.status}`);
    this.statusCode = httpMeta.response.status;
    this.body = httpMeta.body;
    this.name = "SDKError";
  }
}

export class HTTPValidationError extends SDKError {
  constructor(body, httpMeta) {
    super("Validation failed", { ...httpMeta, body });
    this.detail = body.detail;
    this.name = "HTTPValidationError";
  }
}
