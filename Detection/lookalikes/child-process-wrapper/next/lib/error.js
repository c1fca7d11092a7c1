export const makeError = ({ command, code, signal, stdout, stderr, ms }) => {
	const reason = signal ? `was killed with ${signal}` : `failed with exit code ${code}`;
	const error = new Error([`Command ${reason}: ${command}`, stderr, stdout].filter(Boolean).join('\n'));
	return Object.assign(error, { command, exitCode: code ?? undefined, signal: signal ?? undefined, stdout, stderr, durationMs: ms, failed: true });
};
