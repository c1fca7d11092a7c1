#!/usr/bin/env node
import { clean } from './index.js';

const paths = process.argv.slice(2);
for (const path of await clean(process.cwd(), paths.length ? paths : undefined)) console.log(`deleted ${path}`);
