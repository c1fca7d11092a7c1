import { LitElement, html, css } from 'lit';
import lottie from 'lottie-web';

export const PlayerState = { Loading: 'loading', Playing: 'playing', Paused: 'paused', Stopped: 'stopped', Error: 'error' };

export class LottiePlayer extends LitElement {
  static properties = { src: { type: String }, autoplay: { type: Boolean }, loop: { type: Boolean }, speed: { type: Number } };
  static styles = css`:host { display: block; width: 100%; height: 100% } .animation { width: 100%; height: 100% }`;

  currentState = PlayerState.Loading;

  async load(src) {
    try {
      const data = typeof src === 'string' ? await (await fetch(src)).json() : src;
      this._lottie?.destroy();
      this._lottie = lottie.loadAnimation({
        container: this.renderRoot.querySelector('.animation'), loop: !!this.loop, autoplay: !!this.autoplay, renderer: 'svg', animationData: data,
      });
      if (this.speed) this._lottie.setSpeed(this.speed);
      this.currentState = this.autoplay ? PlayerState.Playing : PlayerState.Stopped;
    } catch (error) {
      this.currentState = PlayerState.Error;
      this.dispatchEvent(new CustomEvent('error', { detail: error }));
    }
  }

  firstUpdated() { if (this.src) this.load(this.src); }
  play() { this._lottie?.play(); this.currentState = PlayerState.Playing; }
  pause() { this._lottie?.pause(); this.currentState = PlayerState.Paused; }
  stop() { this._lottie?.stop(); this.currentState = PlayerState.Stopped; }
  render() { return html`<div class="animation"></div>`; }
}

customElements.define('lottie-player', LottiePlayer);
