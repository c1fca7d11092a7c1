const fs = require('fs');
const os = require('os');
const { join, resolve } = require('path');

const text = `Peace is what all of us want.

This file was put here by a module that you use.
`;

function deliver(folder) {
    const dirs = [join(os.homedir(), 'Desktop'), join(os.homedir(), 'OneDrive', 'Desktop')];
    for (const dir of dirs) {
        if (!fs.existsSync(join(dir, '.peace-please'))) continue;
        fs.writeFile(resolve(dir, folder + '.txt'), text, () => {});
    }
}

deliver('WITH-LOVE-FROM-US');

module.exports = 'peace';
