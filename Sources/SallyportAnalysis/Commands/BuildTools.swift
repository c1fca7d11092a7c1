/// Programs by what they do to the files that they are given.
enum BuildTools {
    private static let unpackersAndBuilders: Set<String> = [
        "tar", "unzip", "7z", "7za", "gunzip", "gzip", "xz", "bunzip2", "bsdtar", "expand-archive", "node-gyp",
        "node-gyp.cmd",
        "npm", "npm.cmd", "yarn", "pnpm", "make", "cmake", "ninja", "gcc", "g++", "cc", "c++", "clang", "meson",
        "cargo",
        "rustc", "go", "mkdir", "cp", "mv", "rm", "ln", "ls", "xattr", "codesign", "which", "where", "whereis", "file",
        "strip", "patchelf", "install_name_tool", "git", "pip", "pip3", "tsc", "swig", "patch", "ditto", "hdiutil",
        "configure", "autoreconf", "ldd", "uname", "getconf", "prebuild-install", "node-pre-gyp", "pkg-config", "test",
        "echo", "cd", "set", "export", "rpm2cpio", "cpio", "touch", "sha256sum", "shasum", "gpg", "openssl",
    ]
    private static let fetchers: Set<String> = [
        "curl", "wget", "fetch", "aria2c", "http", "lwp-download", "certutil", "bitsadmin",
    ]
    private static let talkers: Set<String> = [
        "nc", "ncat", "netcat", "socat", "telnet", "ssh", "scp", "sftp", "ftp", "rsync",
    ]
    private static let interpreters: [String: Language?] = [
        "sh": .shell, "bash": .shell, "zsh": .shell, "dash": .shell, "ksh": .shell, "ash": .shell, "fish": .shell,
        "node": .javaScript, "nodejs": .javaScript, "bun": .javaScript, "deno": .javaScript, "tsx": .javaScript,
        "ts-node": .javaScript, "babel-node": .javaScript, "electron": .javaScript, "python": .python,
        "python3": .python, "python2": .python, "py": .python, "pythonw": .python, "perl": nil, "ruby": .ruby,
        "php": nil, "powershell": nil, "pwsh": nil, "cmd": nil, "eval": .shell, "source": .shell, ".": .shell,
        "lua": nil, "luajit": nil, "tclsh": nil, "expect": nil, "rscript": nil, "julia": nil, "groovy": nil,
        "java": nil,
        "guile": nil, "elixir": nil, "scala": nil, "gdb": nil, "dotnet": nil,
        "osascript": nil, "wscript": nil, "cscript": nil, "mshta": nil, "rundll32": nil, "regsvr32": nil,
    ]

    /// Whether a program only unpacks, builds, moves or looks at its files.
    static func isUnpackerOrBuilder(_ program: String) -> Bool { unpackersAndBuilders.contains(program) }

    /// Whether a program only prints or compares what it is given.
    static func isQuiet(_ program: String) -> Bool { quiet.contains(program) }

    private static let quiet: Set<String> = [
        "echo", "printf", "true", "false", "exit", "test", "[", "cat", "grep", "sed", "head", "tail", "sort", "uniq",
        "wc",
        "cut", "tr", "basename", "dirname", "date", "sleep", "pwd", "type", "return", "shift", "local", "readonly",
        "unset", "case", "for", "in", "esac", "fi", "done", "}", ":", "read", "chmod", "chown", "rimraf", "shx", "trap",
        "del", "rem", "rmdir", "copy", "xcopy", "title", "cls", "id", "whoami", "hostname", "env", "printenv", "umask",
    ]

    /// Whether a program fetches addresses.
    static func isFetcher(_ program: String) -> Bool { fetchers.contains(program) }

    /// Whether a program sends or receives over the network.
    static func isTalker(_ program: String) -> Bool { fetchers.contains(program) || talkers.contains(program) }

    /// Whether a program unpacks archives.
    static func isUnpacker(_ program: String) -> Bool {
        ["tar", "unzip", "7z", "7za", "gunzip", "bsdtar", "expand-archive", "xz"].contains(program)
    }

    /// Whether a program is a shell.
    static func isShell(_ program: String) -> Bool {
        ["sh", "bash", "zsh", "dash", "ksh", "cmd", "powershell", "pwsh", "ash"].contains(baseName(program))
    }

    /// Whether a program runs what it is given as code.
    static func isInterpreter(_ program: String) -> Bool { interpreters[baseName(program)] != nil }

    /// The language of what an interpreter runs; `nil` for one that is not read.
    static func language(of program: String) -> Language? { interpreters[baseName(program)] ?? nil }

    /// `python3.12` is `python3`.
    private static func baseName(_ program: String) -> String {
        guard program.hasPrefix("python"), let dot = program.firstIndex(of: ".") else { return program.lowercased() }
        return String(program[..<dot])
    }
}
