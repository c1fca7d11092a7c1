import { spawn } from 'node:child_process';
import process from 'node:process';

const backends = {
	darwin: { copy: ['pbcopy'], paste: ['pbpaste'] },
	win32: { copy: ['clip'], paste: ['powershell', '-NoProfile', '-Command', 'Get-Clipboard'] },
	linux: { copy: ['xsel', '--clipboard', '--input'], paste: ['xsel', '--clipboard', '--output'] },
	android: { copy: ['termux-clipboard-set'], paste: ['termux-clipboard-get'] },
};

const backend = () => {
	if (process.platform === 'linux' && process.env.WAYLAND_DISPLAY) return { copy: ['wl-copy'], paste: ['wl-paste', '-n'] };
	return backends[process.platform] || backends.linux;
};

const run = ([file, ...args], input) => new Promise((resolve, reject) => {
	const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], windowsHide: true });
	let output = '';
	child.stdout.setEncoding('utf8').on('data', (part) => { output += part; });
	child.on('error', (error) => reject(error.code === 'ENOENT' ? new Error(`Couldn't find the ${file} binary`) : error));
	child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${file} left with ${code}`))));
	child.stdin.end(input);
});

const clipboard = {
	async write(text) {
		if (typeof text !== 'string') throw new TypeError(`Expected a string, got ${typeof text}`);
		await run(backend().copy, text);
	},
	read: () => run(backend().paste),
};

export default clipboard;
export const { read, write } = clipboard;
