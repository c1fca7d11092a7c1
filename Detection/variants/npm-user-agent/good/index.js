const list = new Set('com org net edu gov mil int info biz name pro aero coop museum de fr nl uk it es pl ru cn jp kr in br au ca us ch at be se no dk fi io ai dev app'.split(' '));

const labels = (host) => host.toLowerCase().replace(/\.$/, '').split('.');

module.exports = function valid(host) {
  const parts = labels(host);
  if (parts.length < 2 || host.length > 253) return false;
  return parts.every((part) => /^(?!-)[a-z\d-]{1,63}(?<!-)$/.test(part)) && list.has(parts[parts.length - 1]);
};
module.exports.tld = (host) => labels(host).pop();
module.exports.list = list;
