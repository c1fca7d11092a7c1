module.exports = {
  revision: '119.0.6045.105',
  builds: {
    'linux-x64': { file: 'browser-linux64.zip', sha256: '8b53639f152c8fc6ef30802fde462ba0be9cf085f7580dc69efd72e002abbb35' },
    'darwin-arm64': { file: 'browser-mac-arm64.zip', sha256: 'e788103ee15318fcd2af9b73b4ebbb33a903b020de7b307d71f5fed0f433e548' },
    'win32-x64': { file: 'browser-win64.zip', sha256: 'f451a61749c611ba0fa0e16c61831db44f38c611dff25879cf271a24c81a88b6' },
  },
};
