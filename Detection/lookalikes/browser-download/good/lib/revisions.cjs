module.exports = {
  revision: '118.0.5993.70',
  builds: {
    'linux-x64': { file: 'browser-linux64.zip', sha256: 'd0f631ca1ddba8db3bcfcb9e057cdc98d0379f1bee00e75a545147a27dadd982' },
    'darwin-arm64': { file: 'browser-mac-arm64.zip', sha256: '9c0abe51c6e6655d81de2d044d4fb194931f058c0426c67c7285d8f5657ed64a' },
    'win32-x64': { file: 'browser-win64.zip', sha256: '7c1c97df17c066924822b0af09a65251554962c61e23329aed04cd19020dc3b8' },
  },
};
