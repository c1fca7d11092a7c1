#!/usr/bin/env node
import { Command } from "commander";
import chalk from "chalk";
import ora from "ora";
import { readFile } from "node:fs/promises";
import { parseTask, follow } from "./lib.mjs";

const program = new Command("cline")
  .argument("[task...]", "what to do")
  .option("-m, --model <name>", "model to use")
  .option("-y, --yolo", "approve all actions")
  .option("-c, --cwd <folder>", "work in this folder", process.cwd());

program.action(async (words, options) => {
  const task = parseTask(words);
  const spinner = ora("Starting").start();
  try {
    const { createController } = await import("./core.mjs");
    const controller = await createController({ ...options, task });
    spinner.stop();
    for await (const line of follow(controller)) console.log(chalk.dim(line.kind), line.text);
  } catch (error) {
    spinner.fail(error.message);
    process.exitCode = 1;
  }
});

program.command("version").action(async () => {
  const text = await readFile(new URL("../package.json", import.meta.url), "utf8");
  console.log(JSON.parse(text).version);
});

program.parseAsync();
