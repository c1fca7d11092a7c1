/// Words of JavaScript that say what code is about.
enum JavaScriptTopics {
    static func add(to words: inout VocabularyBuilder) {
        modules(&words)
        names(&words)
        roles(&words)
    }

    private static func modules(_ words: inout VocabularyBuilder) {
        words.modules(.dns, "dns dns/promises dns2 native-dns dns-packet")
        words.modules(.wallet, "bip39 ethereumjs-wallet hdkey ethereum-cryptography bitcoinjs-lib tronweb")
        words.modules(.clipboard, "clipboardy copy-paste node-clipboardy clipboard-event clipboard-sys")
        words.modules(.inputCapture, "iohook uiohook-napi node-global-key-listener screenshot-desktop robotjs")
        words.modules(.inputCapture, "desktop-screenshot node-webcam node-key-sender node-record-lpcm16")
        words.modules(.systemInformation, "systeminformation node-machine-id macaddress getmac public-ip external-ip")
        words.modules(.browserStore, "chrome-cookies-secure win-dpapi node-dpapi @primno/dpapi")
        words.modules(.credentials, "keytar netrc keytar-extra @napi-rs/keyring")
        words.modules(.persistence, "auto-launch node-windows node-mac node-linux crontab winreg")
        words.modules(.publication, "libnpmpublish libnpmaccess @octokit/rest octokit @octokit/core")
    }

    private static func names(_ words: inout VocabularyBuilder) {
        words.members(.wallet, "ethereum mnemonicToSeed mnemonicToSeedSync generateMnemonic sendRawTransaction")
        words.members(.clipboard, "clipboard readText writeText")
        words.globals(.wallet, "ethereum")
        words.members(.inputCapture, "desktopCapturer getDisplayMedia getUserMedia globalShortcut")
        words.members(.browserStore, "CryptUnprotectData unprotectData")
        words.members(.processMemory, "ReadProcessMemory WriteProcessMemory process_vm_readv CreateRemoteThread")
        words.members(.gating, "resolvedOptions countryCode country_code isDebuggerPresent")
        words.members(.publication, "createForAuthenticatedUser createOrUpdateFileContents createOrUpdateRepoSecret")
    }

    private static func roles(_ words: inout VocabularyBuilder) {
        words.modules(.hostModule, "os systeminformation node-machine-id macaddress getmac public-ip external-ip")
        words.modules(.hostModule, "username os-name address")
        words.members(.identifies, "hostname userInfo networkInterfaces machineId machineIdSync osInfo wifiNetworks")
        words.members(.identifies, "publicIp publicIpv4 v4 getIP username getMAC system uuid")
        words.members(.locatesHome, "homedir homeDir")
        words.members(.lists, "readdir readdirSync glob globSync opendir opendirSync walk walkSync")
        words.members(.removes, "rm rmSync rmdir rmdirSync unlink unlinkSync remove removeSync emptyDir emptyDirSync")
        words.members(.removes, "rimraf del delSync")
        words.members(.joins, "join resolve")
        words.members(.isAboutWallet, "createHmac randomBytes sign createCipheriv generateKeyPairSync pbkdf2Sync")
        words.members(.digests, "update createHash checkData")
        words.modules(.remove, "rimraf del trash")
        words.members(.encodes, "toString stringify encode encodeURIComponent btoa from join concat slice split map")
        words.members(.encodes, "String escape push trim replace reverse substring substr repeat padStart unshift")
        words.members(
            .encodes,
            "Array entries values keys assign URLSearchParams append set toJSON deflateSync gzipSync"
        )
        words.members(.encodes, "dumps Buffer Uint8Array subarray hex base64 base58 bs58 toHex hexlify resolve then")
        words.members(.carriesRequest, "headers cookies rawHeaders")
        words.members(.mayCarryRequest, "body query params rawBody cookie header")
        words.members(.isRequest, "req request ctx")
        words.members(.saysHow, "localPort remotePort localAddress remoteAddress statusCode")
        words.members(.isKey, "privateKey privKey mnemonic seedPhrase walletSeed recoveryPhrase secretPhrase")
        words.members(.isKey, "privatekey private_key seed_phrase mnemonicPhrase masterSeed keystore wif")
        words.members(.mayBeKey, "secretKey seed passphrase")
        words.members(.isAboutWallet, "Keypair keypair bs58 base58 bip39 publicKey nacl ed25519 Wallet wallet solana")
    }
}
