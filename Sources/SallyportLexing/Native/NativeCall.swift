/// Groups of system functions that are worth a look.
public enum NativeCall: String, Sendable, Hashable, CaseIterable {
    /// Starts programs.
    case process
    /// Reaches the network.
    case network
    /// Reads, writes or starts threads in other processes.
    case memory = "other processes"
    /// Reads stored secrets.
    case credentials
    /// Watches keys, screen or clipboard.
    case input
    /// Registers what starts again later.
    case persistence
    /// Runs code of the host: JavaScript out of WebAssembly.
    case evaluation

    /// The group of a function's name; `nil` for all others.
    static func group(of name: String) -> NativeCall? {
        if let group = names[name] { return group }
        // Windows has two forms of each function that takes text.
        guard let last = name.utf8.last, last == UInt8(ascii: "A") || last == UInt8(ascii: "W") else { return nil }
        return names[String(name.dropLast())]
    }

    private static let names: [String: NativeCall] = {
        var names: [String: NativeCall] = [:]
        let groups: [(NativeCall, [String])] = [
            (
                .process,
                [
                    "execl", "execle", "execlp", "execv", "execve", "execveat", "execvp", "execvpe", "fexecve", "popen",
                    "posix_spawn", "posix_spawnp", "system", "CreateProcess", "CreateProcessAsUser", "ShellExecute",
                    "ShellExecuteEx", "WinExec", "_wsystem", "_popen", "_wpopen", "ProcessStartInfo", "proc_spawn",
                    "proc_exec",
                ]
            ),
            (
                .network,
                [
                    "socket", "connect", "getaddrinfo", "gethostbyname", "res_query", "WSAStartup", "WSASocket",
                    "WSAConnect", "InternetOpen", "InternetOpenUrl", "InternetConnect", "HttpOpenRequest",
                    "WinHttpOpen", "WinHttpConnect", "URLDownloadToFile", "URLOpenBlockingStream", "DnsQuery_",
                    "curl_easy_perform", "SSL_connect", "CFStreamCreatePairWithSocketToHost", "nw_connection_create",
                    "WebClient", "HttpClient", "TcpClient", "DownloadString", "DownloadData", "DownloadFile",
                    "sock_open", "sock_connect", "sock_accept", "sock_send", "sock_recv", "addr_resolve",
                    "__syscall_socket", "__syscall_connect",
                ]
            ),
            (
                .memory,
                [
                    "ptrace", "process_vm_readv", "process_vm_writev", "memfd_create", "WriteProcessMemory",
                    "ReadProcessMemory", "VirtualAllocEx", "VirtualProtectEx", "CreateRemoteThread",
                    "CreateRemoteThreadEx", "NtCreateThreadEx", "RtlCreateUserThread", "NtUnmapViewOfSection",
                    "ZwUnmapViewOfSection", "NtMapViewOfSection", "QueueUserAPC", "SetThreadContext",
                    "NtWriteVirtualMemory", "task_for_pid", "mach_vm_read", "mach_vm_write", "MiniDumpWriteDump",
                ]
            ),
            (
                .credentials,
                [
                    "CryptUnprotectData", "NCryptUnprotectSecret", "CredEnumerate", "CredRead",
                    "LsaRetrievePrivateData",
                    "VaultEnumerateItems", "SecKeychainFindGenericPassword", "SecKeychainFindInternetPassword",
                    "SecKeychainItemCopyContent", "SecItemCopyMatching", "secret_password_lookup_sync", "ProtectedData",
                ]
            ),
            (
                .input,
                [
                    "SetWindowsHookEx", "GetAsyncKeyState", "GetKeyboardState", "RegisterRawInputDevices",
                    "GetClipboardData", "SetClipboardData", "CGEventTapCreate", "CGDisplayCreateImage", "XQueryKeymap",
                    "XRecordEnableContext", "CopyFromScreen",
                ]
            ),
            (
                .persistence,
                ["CreateService", "SMLoginItemSetEnabled", "SMJobBless", "NetScheduleJobAdd", "NetUserAdd"]
            ),
            (.evaluation, ["emscripten_run_script", "emscripten_run_script_string", "emscripten_asm_const_int"]),
        ]
        for (group, list) in groups {
            for name in list { names[name] = group }
        }
        return names
    }()
}

/// Gathers names while tables are read, and keeps those that say something.
struct NativeNames {
    /// Names of one group that are kept.
    private static let perGroupMax = 16
    /// Bytes of one name that are read.
    static let nameBytesMax = 256

    private(set) var calls: [NativeCall: Set<String>] = [:]
    private(set) var libraries: Set<String> = []
    private(set) var host: String?
    private(set) var count = 0
    var toolchain: String?

    /// Takes a function that is called.
    mutating func addImport(_ name: String) {
        count += 1
        // `execve@@GLIBC_2.2.5`
        let plain = name.firstIndex(of: "@").map { String(name[..<$0]) } ?? name
        // Older addons announce themselves when they are loaded.
        if plain == "napi_module_register" || plain == "node_module_register" { host = "Node.js addon" }
        guard let group = NativeCall.group(of: plain), calls[group, default: []].count < Self.perGroupMax else {
            return
        }
        calls[group, default: []].insert(plain)
    }

    /// Takes a function that is offered.
    mutating func addExport(_ name: String) {
        if name.hasPrefix("PyInit_") || name.hasPrefix("PyInitU_") { host = "Python module" }
        if name.hasPrefix("napi_register_module") || name.hasPrefix("node_register_module")
            || name == "node_api_module_get_api_version_v1"
        {
            host = "Node.js addon"
        }
        if host == nil, name.hasPrefix("Init_") { host = "Ruby extension" }
        if host == nil, name.hasPrefix("Java_") || name == "JNI_OnLoad" { host = "Java library" }
        if name == "_start" || name == "main.main" || name == "rust_eh_personality" { noteToolchain(name) }
    }

    /// Takes a library.
    mutating func addLibrary(_ name: String) {
        if libraries.count < NativeProgram.librariesMax { libraries.insert(name) }
    }

    private mutating func noteToolchain(_ name: String) {
        if name == "rust_eh_personality" { toolchain = "Rust" }
        if name == "main.main" { toolchain = "Go" }
    }

    /// Puts what was gathered into a description.
    func fill(_ program: inout NativeProgram) {
        program.calls = calls.mapValues { $0.sorted() }
        program.libraries = libraries.sorted()
        program.importCount = count
        program.host = host
        if let toolchain { program.toolchain = toolchain }
    }
}
