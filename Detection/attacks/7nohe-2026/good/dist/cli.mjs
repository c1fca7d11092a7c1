#!/usr/bin/env node
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, Option } from "commander";
import { generate } from "./generate.mjs";

const program = new Command();

async function setupProgram() {
  const file = await readFile(join(dirname(fileURLToPath(import.meta.url)), "../package.json"), "utf-8");
  const { version } = JSON.parse(file);
  program
    .name("openapi-rq")
    .version(version)
    .description("Generate React Query code based on OpenAPI")
    .requiredOption("-i, --input <value>", "OpenAPI specification, can be a path, url or string content (required)")
    .option("-o, --output <value>", "Output directory", "openapi")
    .addOption(new Option("-c, --client <value>", "HTTP client to generate").choices(["@hey-api/client-fetch", "@hey-api/client-axios"]).default("@hey-api/client-fetch"))
    .option("--pageParam <value>", "Name of the query parameter used for pagination", "page")
    .parse();
  await generate(program.opts(), version);
}

setupProgram();
