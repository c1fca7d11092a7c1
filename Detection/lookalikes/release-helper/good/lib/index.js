const analyze = require('./analyze');
const publish = require('./publish');
const announce = require('./announce');

module.exports = async function run(context) {
  const release = await analyze(context);
  if (!release) {
    console.log('no release is due');
    return null;
  }
  console.log(`next version is ${release.version}`);
  if (context.dryRun) return release;
  await publish(context, release);
  await announce(context, release);
  return release;
};
