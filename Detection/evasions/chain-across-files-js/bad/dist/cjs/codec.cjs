'use strict';
exports.pack = (parts) => Buffer.from(parts.join('\u0000')).toString('base64url');
