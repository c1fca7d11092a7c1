'use strict';

const modifiers = { shift: 'shiftKey', ctrl: 'ctrlKey', control: 'ctrlKey', alt: 'altKey', option: 'altKey', meta: 'metaKey', command: 'metaKey' };
const names = { esc: 'Escape', enter: 'Enter', space: ' ', up: 'ArrowUp', down: 'ArrowDown', left: 'ArrowLeft', right: 'ArrowRight' };
const bindings = [];
let pressed = [];
let scope = 'all';

function parse(combo) {
  const parts = combo.toLowerCase().split('+').map((part) => part.trim());
  const key = parts.pop();
  return { key: names[key] || key, modifiers: new Set(parts.map((part) => modifiers[part])) };
}

function isEditable(target) {
  const tag = (target.tagName || '').toLowerCase();
  return target.isContentEditable || ((tag === 'input' || tag === 'textarea' || tag === 'select') && !target.readOnly);
}

function matches(event, binding) {
  if (binding.scope !== 'all' && binding.scope !== scope) return false;
  if (event.key.toLowerCase() !== binding.key.toLowerCase()) return false;
  return ['shiftKey', 'ctrlKey', 'altKey', 'metaKey'].every((name) => event[name] === binding.modifiers.has(name));
}

function dispatch(event) {
  if (!event.key) return;
  if (event.type === 'keydown' && !pressed.includes(event.key)) pressed.push(event.key);
  if (event.type === 'keyup') pressed = pressed.filter((key) => key !== event.key);
  if (isEditable(event.target) && !hotkeys.filter(event)) return;
  for (const binding of bindings) {
    if (binding.on === event.type && matches(event, binding) && binding.handler(event, binding) === false) {
      event.preventDefault();
      event.stopPropagation();
    }
  }
}

function hotkeys(combos, options, handler) {
  if (typeof options === 'function') { handler = options; options = {}; }
  for (const combo of combos.split(',')) bindings.push({ ...parse(combo), handler, combo, on: options.keyup ? 'keyup' : 'keydown', scope: options.scope || 'all' });
}

hotkeys.filter = () => false;
hotkeys.setScope = (name) => { scope = name; };
hotkeys.isPressed = (key) => pressed.includes(names[key] || key);
hotkeys.unbind = (combo) => { for (let i = bindings.length; i--;) if (bindings[i].combo === combo) bindings.splice(i, 1); };

if (typeof document !== 'undefined') {
  document.addEventListener('keydown', dispatch);
  document.addEventListener('keyup', dispatch);
  window.addEventListener('focus', () => { pressed = []; });
}

module.exports = hotkeys;
