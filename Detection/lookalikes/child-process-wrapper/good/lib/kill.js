const DEFAULT_FORCE_KILL_TIMEOUT = 1000 * 5;

export const spawnedKill = (kill, signal = 'SIGTERM', { forceKillAfterTimeout = DEFAULT_FORCE_KILL_TIMEOUT } = {}) => {
	const killed = kill(signal);
	if (killed && signal === 'SIGTERM' && forceKillAfterTimeout !== false) {
		const timeout = setTimeout(() => kill('SIGKILL'), forceKillAfterTimeout);
		if (timeout.unref) timeout.unref();
	}
	return killed;
};
