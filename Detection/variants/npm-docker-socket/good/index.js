import { existsSync, readFileSync } from 'node:fs';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

export function detect() {
  if (existsSync('/.dockerenv')) return 'docker';
  if (existsSync('/run/.containerenv')) return 'podman';
  const groups = read('/proc/self/cgroup');
  if (/kubepods/.test(groups)) return 'kubernetes';
  if (/docker|containerd/.test(groups)) return 'docker';
  if (/lxc/.test(read('/proc/1/environ'))) return 'lxc';
  return null;
}

export const isContainer = () => detect() !== null;
