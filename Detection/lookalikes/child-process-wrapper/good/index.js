import { Buffer } from 'node:buffer';
import path from 'node:path';
import childProcess from 'node:child_process';
import process from 'node:process';
import { makeError } from './lib/error.js';
import { spawnedKill } from './lib/kill.js';

const DEFAULT_MAX_BUFFER = 1000 * 1000 * 100;

const getEnv = ({ env: envOption, extendEnv, preferLocal, localDir }) => {
	const env = extendEnv ? { ...process.env, ...envOption } : envOption;
	if (preferLocal) {
		const key = Object.keys(env).reverse().find((name) => name.toUpperCase() === 'PATH') || 'PATH';
		env[key] = [path.resolve(localDir, 'node_modules/.bin'), env[key]].join(path.delimiter);
	}
	return env;
};

const collect = (stream, limit) => new Promise((resolve, reject) => {
	if (!stream) return resolve(undefined);
	const chunks = [];
	let length = 0;
	stream.on('data', (chunk) => {
		length += chunk.length;
		if (length > limit) reject(Object.assign(new Error('maxBuffer exceeded'), { partial: Buffer.concat(chunks) }));
		else chunks.push(chunk);
	});
	stream.on('end', () => resolve(Buffer.concat(chunks).toString().replace(/\r?\n$/, '')));
	stream.on('error', reject);
});

export function run(file, args = [], options = {}) {
	const settings = {
		maxBuffer: DEFAULT_MAX_BUFFER, extendEnv: true, preferLocal: false, localDir: options.cwd || process.cwd(), cleanup: true, windowsHide: true, ...options,
	};
	settings.env = getEnv(settings);
	const started = Date.now();
	const spawned = childProcess.spawn(file, args, settings);
	const kill = spawned.kill.bind(spawned);
	spawned.kill = spawnedKill.bind(null, kill);
	if (settings.cleanup && !settings.detached) {
		const stop = () => spawned.kill();
		process.once('exit', stop);
		spawned.once('close', () => process.removeListener('exit', stop));
	}
	if (typeof settings.input === 'string') spawned.stdin.end(settings.input);
	const exit = new Promise((resolve, reject) => {
		spawned.once('error', reject);
		spawned.once('close', (code, signal) => resolve({ code, signal }));
	});
	const promise = Promise.all([exit, collect(spawned.stdout, settings.maxBuffer), collect(spawned.stderr, settings.maxBuffer)])
		.then(([{ code, signal }, stdout, stderr]) => {
			const result = { command: [file, ...args].join(' '), code, signal, stdout, stderr, ms: Date.now() - started };
			if (code !== 0 && settings.reject !== false) throw makeError(result);
			return result;
		});
	spawned.then = promise.then.bind(promise);
	spawned.catch = promise.catch.bind(promise);
	return spawned;
}

export const runCommand = (command, options) => {
	const [file, ...args] = command.trim().split(/ +/g);
	return run(file, args, options);
};

export const runNode = (script, args, options = {}) => run(options.nodePath || process.execPath, [...(options.nodeOptions || []), script, ...args], options);
