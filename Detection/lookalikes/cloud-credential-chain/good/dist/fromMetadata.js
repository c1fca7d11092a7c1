"use strict";
const http = require("http");

const HOST = "169.254.169.254";

function request(options) {
  return new Promise((resolve, reject) => {
    const req = http.request({ host: HOST, timeout: 1000, ...options }, (res) => {
      if (res.statusCode < 200 || res.statusCode >= 300) {
        reject(Object.assign(new Error("Error response received from instance metadata service"), { statusCode: res.statusCode }));
        req.destroy();
        return;
      }
      const chunks = [];
      res.on("data", (chunk) => chunks.push(chunk));
      res.on("end", () => resolve(Buffer.concat(chunks).toString()));
    });
    req.on("error", reject);
    req.on("timeout", () => req.destroy(new Error("TimeoutError")));
    req.end();
  });
}

exports.fromInstanceMetadata = (init) => async () => {
  const token = await request({ path: "/latest/api/token", method: "PUT", headers: { "x-aws-ec2-metadata-token-ttl-seconds": "21600" } });
  const headers = { "x-aws-ec2-metadata-token": token };
  const base = "/latest/meta-data/iam/security-credentials/";
  const role = (await request({ path: base, headers })).trim();
  const answer = JSON.parse(await request({ path: base + role, headers }));
  return {
    accessKeyId: answer.AccessKeyId,
    secretAccessKey: answer.SecretAccessKey,
    sessionToken: answer.Token,
    expiration: new Date(answer.Expiration),
  };
};
