'use strict';
const places = require('./data/places.json');
const byName = new Map(places.map((p) => [p[0], { name: p[0], latitude: p[1], longitude: p[2], people: p[3] }]));
exports.find = (name) => byName.get(name);
exports.near = (latitude, longitude, km) => [...byName.values()].filter((p) => {
  const dy = (p.latitude - latitude) * 111.2;
  const dx = (p.longitude - longitude) * 111.2 * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(dx, dy) <= km;
});
