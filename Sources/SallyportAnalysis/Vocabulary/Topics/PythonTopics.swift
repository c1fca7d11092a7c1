/// Words of Python that say what code is about.
enum PythonTopics {
    static func add(to words: inout VocabularyBuilder) {
        modules(&words)
        names(&words)
        roles(&words)
    }

    private static func modules(_ words: inout VocabularyBuilder) {
        words.modules(.dns, "dns dnspython dnslib aiodns pycares")
        words.modules(.wallet, "bip_utils eth_account solders mnemonic bitcoinlib tronpy")
        words.modules(.clipboard, "pyperclip clipboard win32clipboard xerox")
        words.modules(.inputCapture, "pynput keyboard pyautogui mss pyscreenshot ImageGrab d3dshot sounddevice pyaudio")
        words.modules(.browserStore, "browser_cookie3 browsercookie win32crypt pycookiecheat")
        words.modules(.credentials, "netrc keyring")
        words.modules(.systemInformation, "psutil getmac netifaces wmi cpuinfo GPUtil")
        words.modules(.persistence, "winreg _winreg win32service win32serviceutil crontab")
        words.modules(.processMemory, "pymem memoryjs ptrace")
    }

    private static func names(_ words: inout VocabularyBuilder) {
        words.members(.clipboard, "GetClipboardData OpenClipboard")
        words.members(.inputCapture, "ImageGrab GetAsyncKeyState SetWindowsHookExA SetWindowsHookExW SetWindowsHookEx")
        words.members(.browserStore, "CryptUnprotectData")
        words.members(.processMemory, "ReadProcessMemory WriteProcessMemory process_vm_readv VirtualAllocEx")
        words.members(.processMemory, "CreateRemoteThread NtReadVirtualMemory process_vm_writev")
        words.members(.gating, "IsDebuggerPresent gettrace country_code countryCode CheckRemoteDebuggerPresent")
    }

    private static func roles(_ words: inout VocabularyBuilder) {
        words.modules(.hostModule, "platform getpass psutil uuid getmac netifaces wmi")
        words.members(.identifies, "gethostname getfqdn getlogin getuser node getnode net_if_addrs users")
        words.members(.identifies, "get_mac_address ifaddresses interfaces user")
        words.members(.locatesHome, "expanduser home expandvars")
        words.members(.lists, "listdir walk scandir glob rglob iglob iterdir")
        words.members(.removes, "rmtree remove unlink rmdir removedirs")
        words.members(.joins, "join joinpath")
        words.members(.digests, "update file_digest sha256 sha512 sha384 blake2b sha1")
        words.members(.encodes, "str dumps encode decode b64encode hexlify urlencode quote join format items values")
        words.members(.encodes, "keys strip replace split append update dict list tuple repr hex bytes to_bytes")
        words.members(.encodes, "urlsafe_b64encode b32encode quote_plus compress extend get copy setdefault")
        words.members(.carriesRequest, "headers cookies")
        words.members(.mayCarryRequest, "args form json data values get_json body params query_params")
        words.members(.isRequest, "request req")
        words.members(.saysHow, "getsockname getpeername gettimeout getsockopt status_code")
        words.members(.isKey, "private_key privkey priv_key mnemonic seed_phrase wallet_seed recovery_phrase")
        words.members(.isKey, "privateKey mnemonic_phrase keypair wif")
        words.members(.mayBeKey, "secret_key passphrase seed")
        words.members(.isAboutWallet, "Keypair keypair base58 bip39 nacl ed25519 Wallet wallet solana Account web3")
    }
}
