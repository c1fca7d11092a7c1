import { createClient } from "@hey-api/openapi-ts";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const header = (version) => `// generated with @7nohe/openapi-react-query-codegen@${version}\n`;

export function hookName(operation) {
  return `use${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
}

export async function generate(options, version) {
  const output = join(options.output, "requests");
  const [result] = await createClient({ input: options.input, output, plugins: [options.client] });
  const lines = [header(version), 'import { useQuery } from "@tanstack/react-query";', 'import * as services from "../requests/services.gen";', ""];
  for (const operation of Object.keys(result?.services ?? {})) {
    lines.push(`export const ${hookName(operation)} = (options, queryKey) => useQuery({ queryKey: ["${operation}", ...(queryKey ?? [])], queryFn: () => services.${operation}({ ...options }) });`);
  }
  await mkdir(join(options.output, "queries"), { recursive: true });
  await writeFile(join(options.output, "queries", "queries.ts"), lines.join("\n"));
}
