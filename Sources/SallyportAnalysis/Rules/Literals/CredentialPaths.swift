import SallyportModel

/// Paths of files in which credentials, wallets and histories are kept.
enum CredentialPaths {
    /// Components, or rows of them, that name such a file or folder. Each begins at a component's start.
    private static let marks: [[UInt8]] = [
        ".npmrc", ".pypirc", ".netrc", "_netrc", ".git-credentials", ".aws/credentials", ".aws/config", ".ssh",
        "id_rsa", "id_ed25519", "id_ecdsa", "id_dsa", ".docker/config.json", ".dockercfg", ".kube/config",
        ".config/gcloud", "application_default_credentials.json", ".azure", ".gnupg", ".bash_history",
        ".zsh_history", ".vault-token", "gh/hosts.yml", "etc/shadow", "wallet.dat", "login data", "logins.json",
        "key4.db", "cookies.sqlite", "local state", "exodus.wallet", "local extension settings", ".electrum",
        "nkbihfbeogaeaoehlefnkodbefgpgknn", "solana/id.json", ".terraform.d/credentials.tfrc.json", ".gem/credentials",
        ".cargo/credentials", ".cargo/credentials.toml", ".m2/settings.xml", ".boto", ".s3cfg", ".pgpass", ".my.cnf",
        "access_tokens.db", "local storage/leveldb", "network/cookies", "docker.sock",
        "secrets/kubernetes.io/serviceaccount", "keychains/login.keychain-db", ".ethereum/keystore",
        "proc/self/environ",
    ].map { Array($0.utf8) }

    private static let browserStores: Set<String> = [
        "local storage/leveldb", "network/cookies",
        "login data", "logins.json", "key4.db", "cookies.sqlite", "local state", "local extension settings",
        "nkbihfbeogaeaoehlefnkodbefgpgknn",
    ]
    private static let wallets: Set<String> = [
        ".ethereum/keystore",
        "wallet.dat", "exodus.wallet", ".electrum", "nkbihfbeogaeaoehlefnkodbefgpgknn", "solana/id.json",
    ]

    /// The more particular code for what a mark names; `nil` where there is none.
    static func special(_ mark: String) -> FactCode? {
        if wallets.contains(mark) { return .capabilityWallet }
        return browserStores.contains(mark) ? .capabilityBrowserStore : nil
    }

    /// Folders that are named alone, with the file's name in the next piece of a joined path.
    private static let folders: Set<String> = [
        ".aws", ".docker", ".kube", ".config", ".cargo", ".gem", ".m2", ".config/solana",
    ]

    /// By the first two bytes, in either case: whether a mark begins so.
    private static let leads: [Bool] = {
        var table = [Bool](repeating: false, count: 1 << 16)
        for mark in marks where mark.count >= 2 {
            for first in [mark[0], upper(mark[0])] {
                for second in [mark[1], upper(mark[1])] { table[Int(first) << 8 | Int(second)] = true }
            }
        }
        return table
    }()

    /// Whether a component that begins with these two bytes may be a mark.
    @inline(__always)
    static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool { leads[Int(first) << 8 | Int(second)] }

    /// Bytes of the longest text that is taken for a path.
    static let pathBytesMax = 256

    /// The mark that a path has, as a label; `nil` when it is none, or no path at all.
    ///
    /// A sentence that mentions a file is no path: white space is only let in where a browser's folder has it. An address
    /// of a document is none either.
    static func match(_ bytes: [UInt8]) -> String? {
        guard bytes.count >= 4, bytes.count <= pathBytesMax else { return nil }
        var spaces = 0
        var atStart = true
        var found: [UInt8]?
        for index in bytes.indices {
            let byte = bytes[index]
            if byte == 0x20 { spaces += 1 }
            if byte == UInt8(ascii: ":"), index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "/"),
                bytes[index + 2] == UInt8(ascii: "/")
            {
                return nil
            }
            if byte < 0x20, byte != 1 { return nil }
            if atStart, found == nil, index + 1 < bytes.count, mayBegin(byte, bytes[index + 1]) {
                found = mark(in: bytes, at: index)
            }
            atStart = byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") || byte == 1
        }
        guard let found else { return nil }
        let allowed = found.count { $0 == 0x20 } + (bytes.count > found.count + 8 ? 3 : 0)
        return spaces <= allowed && (spaces == 0 || found.contains(0x20)) ? String(decoding: found, as: UTF8.self) : nil
    }

    /// Whether a piece of a joined path is a folder whose file the next piece names.
    static func isFolder(_ bytes: [UInt8]) -> Bool {
        bytes.first == UInt8(ascii: ".") && bytes.count <= 16
            && folders.contains(String(decoding: bytes, as: UTF8.self))
    }

    private static func mark(in bytes: [UInt8], at start: Int) -> [UInt8]? {
        for mark in marks where start + mark.count <= bytes.count {
            var matches = true
            for offset in mark.indices {
                let byte =
                    bytes[start + offset] == UInt8(ascii: "\\") ? UInt8(ascii: "/") : lower(bytes[start + offset])
                if byte != mark[offset] {
                    matches = false
                    break
                }
            }
            guard matches else { continue }
            let end = start + mark.count
            if end == bytes.count || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: "\\")
                || bytes[end] == 1
            {
                return mark
            }
        }
        return nil
    }

    private static func upper(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte & 0xDF : byte
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
}
