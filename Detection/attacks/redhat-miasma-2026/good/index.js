'use strict';

Object.defineProperty(exports, '__esModule', { value: true });

exports.isBeta = (chrome) => typeof chrome?.isBeta === 'function' && chrome.isBeta();

exports.bundles = Object.freeze(['insights', 'openshift', 'ansible', 'settings', 'iam', 'edge']);

exports.permissionParts = function permissionParts(permission) {
  const [app, resource, verb] = String(permission).split(':');
  if (!app || !resource || !verb) {
    throw new TypeError(`Not a permission: ${permission}`);
  }
  return { app, resource, verb };
};

exports.matches = function matches(granted, wanted) {
  const a = exports.permissionParts(granted), b = exports.permissionParts(wanted);
  return Object.keys(a).every((key) => a[key] === '*' || a[key] === b[key]);
};
