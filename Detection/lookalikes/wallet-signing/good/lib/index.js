'use strict';
exports.Keypair = require('./keypair').Keypair;
exports.Transaction = require('./transaction').Transaction;
exports.Connection = require('./connection').Connection;
