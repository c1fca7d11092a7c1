// What a registry proxy in node does to a packument after a decision: parse, take versions out, stringify.
// One round for each line of standard input; prints the milliseconds it took.
const fs = require("fs");
const text = fs.readFileSync(process.argv[2]);
require("readline").createInterface({ input: process.stdin }).on("line", () => {
  const started = process.hrtime.bigint();
  const packument = JSON.parse(text);
  Object.keys(packument.versions).forEach((version, index) => {
    if (index % 10 === 0) {
      delete packument.versions[version];
      delete packument.time[version];
    } else {
      const dist = packument.versions[version].dist;
      dist.tarball = dist.tarball.replace(/^https?:\/\/[^/]+/, "http://127.0.0.1:7259/npm");
    }
  });
  const length = Buffer.byteLength(JSON.stringify(packument));
  console.log(length > 0 ? Number(process.hrtime.bigint() - started) / 1e6 : 0);
});
