import { EventEmitter } from './events.js';

const announced = new Map();

if (typeof window !== 'undefined') {
  window.addEventListener('eip6963:announceProvider', (event) => announced.set(event.detail.info.rdns, event.detail));
  window.dispatchEvent(new Event('eip6963:requestProvider'));
}

export function injected({ rdns } = {}) {
  if (rdns && announced.has(rdns)) return announced.get(rdns).provider;
  if (typeof window === 'undefined') return undefined;
  return window.ethereum?.providers?.find((p) => p.isMetaMask) ?? window.ethereum;
}

export class Connector extends EventEmitter {
  constructor(options = {}) {
    super();
    this.options = options;
    this.onAccountsChanged = (accounts) => (accounts.length ? this.emit('change', { account: accounts[0] }) : this.disconnect());
    this.onChainChanged = (chain) => this.emit('change', { chainId: Number(chain) });
  }

  get provider() {
    const provider = injected(this.options);
    if (!provider) throw new Error('no wallet was found in this page');
    return provider;
  }

  async connect({ chainId } = {}) {
    const provider = this.provider;
    const accounts = await provider.request({ method: 'eth_requestAccounts' });
    provider.on('accountsChanged', this.onAccountsChanged);
    provider.on('chainChanged', this.onChainChanged);
    let id = Number(await provider.request({ method: 'eth_chainId' }));
    if (chainId && id !== chainId) id = await this.switchChain(chainId);
    localStorage.setItem('dapp-connect.last', this.options.rdns ?? 'injected');
    return { accounts, chainId: id };
  }

  async switchChain(chainId) {
    const hex = `0x${chainId.toString(16)}`;
    await this.provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId: hex }] });
    return chainId;
  }

  sendTransaction({ from, to, value, data }) {
    if (!/^0x[0-9a-fA-F]{40}$/.test(to)) throw new Error(`${to} is not an address`);
    return this.provider.request({ method: 'eth_sendTransaction', params: [{ from, to, value: `0x${BigInt(value).toString(16)}`, data }] });
  }

  signMessage(account, message) {
    return this.provider.request({ method: 'personal_sign', params: [message, account] });
  }

  disconnect() {
    this.provider.removeListener?.('accountsChanged', this.onAccountsChanged);
    this.provider.removeListener?.('chainChanged', this.onChainChanged);
    localStorage.removeItem('dapp-connect.last');
    this.emit('disconnect');
  }
}
