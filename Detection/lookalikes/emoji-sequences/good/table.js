'use strict';

module.exports = {
  heart: '❤️',
  heart_on_fire: '❤️‍🔥',
  mending_heart: '❤️‍🩹',
  eye_in_bubble: '👁️‍🗨️',
  family: '👨‍👩‍👧‍👦',
  couple: '👩🏽‍❤️‍👨🏻',
  kiss: '👩🏿‍❤️‍💋‍👩🏼',
  rainbow_flag: '🏳️‍🌈',
  pirate_flag: '🏴‍☠️',
  england: '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  scotland: '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  wales: '🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  keycap_one: '1️⃣',
  keycap_two: '2️⃣',
  keycap_three: '3️⃣',
  woman_technologist: '👩🏾‍💻',
  man_surfing: '🏄🏼‍♂️',
  detective: '🕵️‍♀️',
  handshake: '🫱🏻‍🫲🏿',
  hold: '☎️',
};
