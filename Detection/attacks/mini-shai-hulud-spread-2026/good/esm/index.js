export { Mistral } from "./sdk.js";
export { SDKError, HTTPValidationError } from "./errors.js";
