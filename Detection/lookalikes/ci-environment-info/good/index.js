'use strict';
const env = process.env;

const vendors = [
  { name: 'GitHub Actions', constant: 'GITHUB_ACTIONS', env: 'GITHUB_ACTIONS', pr: { GITHUB_EVENT_NAME: 'pull_request' }, sha: 'GITHUB_SHA', branch: 'GITHUB_REF_NAME' },
  { name: 'GitLab CI', constant: 'GITLAB', env: 'GITLAB_CI', pr: 'CI_MERGE_REQUEST_ID', sha: 'CI_COMMIT_SHA', branch: 'CI_COMMIT_REF_NAME' },
  { name: 'CircleCI', constant: 'CIRCLE', env: 'CIRCLECI', pr: 'CIRCLE_PULL_REQUEST', sha: 'CIRCLE_SHA1', branch: 'CIRCLE_BRANCH' },
  { name: 'Jenkins', constant: 'JENKINS', env: ['JENKINS_URL', 'BUILD_ID'], pr: 'ghprbPullId', sha: 'GIT_COMMIT', branch: 'GIT_BRANCH' },
  { name: 'Travis CI', constant: 'TRAVIS', env: 'TRAVIS', pr: 'TRAVIS_PULL_REQUEST', sha: 'TRAVIS_COMMIT', branch: 'TRAVIS_BRANCH' },
];

const has = (rule) => {
  if (typeof rule === 'string') return Boolean(env[rule]);
  if (Array.isArray(rule)) return rule.every(has);
  return Object.entries(rule).some(([key, value]) => env[key] === value);
};

const found = vendors.find((v) => has(v.env));

exports.name = found ? found.name : null;
exports.isPR = found ? has(found.pr) : null;
exports.sha = found ? env[found.sha] : null;
exports.branch = found ? env[found.branch] : null;
exports.isCI = env.CI !== 'false' && Boolean(env.CI || env.BUILD_NUMBER || env.RUN_ID || found);
for (const vendor of vendors) exports[vendor.constant] = vendor === found;
