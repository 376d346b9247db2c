#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Old syntax on purpose: it must run on a Node that cannot run the rest, to say so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 22)) {
  process.stderr.write(
    `plumbline needs Node.js 22.22 or newer; this is ${process.version}.\n` +
      'From a clone, start ./plumbline: it brings its own Node.js. Otherwise install Node.js 24.\n',
  );
  process.exit(2);
} else {
  import('../bundle/main.js');
}
