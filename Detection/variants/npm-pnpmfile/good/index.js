'use strict';

function graph(packages) {
  const byName = new Map(packages.map((p) => [p.name, p]));
  const edges = new Map();
  for (const p of packages) {
    const wanted = { ...p.dependencies, ...p.devDependencies };
    edges.set(p.name, Object.keys(wanted).filter((name) => byName.has(name)));
  }
  return edges;
}

function order(edges) {
  const done = new Set(), path = new Set(), out = [];
  const visit = (name) => {
    if (done.has(name)) return;
    if (path.has(name)) throw new Error(`cycle: ${[...path, name].join(' > ')}`);
    path.add(name);
    edges.get(name).forEach(visit);
    path.delete(name);
    done.add(name);
    out.push(name);
  };
  [...edges.keys()].sort().forEach(visit);
  return out;
}

module.exports = { graph, order };
