/// What a value in a program is, as far as it matters: a set, because a name may hold one thing or another.
struct Meaning: OptionSet, Hashable {
    let rawValue: UInt64

    // Modules and objects whose members matter.

    /// `child_process`, `subprocess` and their kin: members start processes.
    static let processModule = Meaning(rawValue: 1 << 0)
    /// `https`, `urllib`, `socket`: some members reach the network.
    static let networkModule = Meaning(rawValue: 1 << 1)
    /// `axios`, `requests`: every call reaches the network.
    static let networkLibrary = Meaning(rawValue: 1 << 2)
    /// `fs`, `shutil`: members read and write files.
    static let fileModule = Meaning(rawValue: 1 << 3)
    /// `vm`: members run code.
    static let evaluationModule = Meaning(rawValue: 1 << 4)
    /// Python's `os`: environment, processes and files.
    static let systemModule = Meaning(rawValue: 1 << 5)
    /// `base64`, `zlib`, `Buffer`: members decode.
    static let decodingModule = Meaning(rawValue: 1 << 6)
    /// `ctypes`, `ffi`: members load native code.
    static let nativeModule = Meaning(rawValue: 1 << 7)
    /// `importlib`, `module`: members load modules by name.
    static let importModule = Meaning(rawValue: 1 << 8)
    /// JavaScript's `process`.
    static let processObject = Meaning(rawValue: 1 << 9)
    /// `globalThis`, `builtins`: members are the global names.
    static let globalObject = Meaning(rawValue: 1 << 10)

    /// `os` of Node, `platform`: members say which machine it is and whose.
    static let hostModule = Meaning(rawValue: 1 << 11)
    /// A word that is worth a look by itself, wherever it stands.
    static let notable = Meaning(rawValue: 1 << 12)

    /// `Reflect`: members call, construct and get what their arguments name.
    static let reflection = Meaning(rawValue: 1 << 13)
    /// Calls its first argument with the ones behind it: `Reflect.apply`.
    static let applies = Meaning(rawValue: 1 << 14)

    // Functions.

    /// Starts a process.
    static let spawn = Meaning(rawValue: 1 << 16)
    /// Reaches the network.
    static let connect = Meaning(rawValue: 1 << 17)
    /// Runs its argument as code.
    static let evaluate = Meaning(rawValue: 1 << 18)
    /// Loads the module that its argument names.
    static let require = Meaning(rawValue: 1 << 19)
    /// Reads a file.
    static let read = Meaning(rawValue: 1 << 20)
    /// Writes a file.
    static let write = Meaning(rawValue: 1 << 21)
    /// Opens a file, for reading unless told otherwise.
    static let open = Meaning(rawValue: 1 << 22)
    /// Decodes its argument.
    static let decode = Meaning(rawValue: 1 << 23)
    /// Makes text of a whole structure.
    static let serialise = Meaning(rawValue: 1 << 24)
    /// Loads native code.
    static let loadNative = Meaning(rawValue: 1 << 25)
    /// Reads the environment variable that its argument names.
    static let readVariable = Meaning(rawValue: 1 << 26)
    /// Sends its argument over a connection.
    static let send = Meaning(rawValue: 1 << 27)
    /// Python's `getattr`.
    static let attribute = Meaning(rawValue: 1 << 28)

    /// Says which machine it is, or whose.
    static let identify = Meaning(rawValue: 1 << 29)
    /// Lists what is in a folder.
    static let list = Meaning(rawValue: 1 << 30)
    /// Removes files.
    static let remove = Meaning(rawValue: 1 << 31)

    // What flows.

    /// The environment as a whole.
    static let environment = Meaning(rawValue: 1 << 32)
    /// A file of credentials: its path or its content.
    static let secret = Meaning(rawValue: 1 << 33)
    /// What came over the network.
    static let fetched = Meaning(rawValue: 1 << 34)
    /// What was decoded from text.
    static let decoded = Meaning(rawValue: 1 << 35)
    /// An open connection or request.
    static let connection = Meaning(rawValue: 1 << 36)
    /// The path of a file that is being written.
    static let openedPath = Meaning(rawValue: 1 << 37)
    /// The path of a file into which something fetched was written.
    static let writtenPath = Meaning(rawValue: 1 << 38)
    /// The value of one variable that holds a credential.
    static let variable = Meaning(rawValue: 1 << 39)
    /// A file open for writing.
    static let openedFile = Meaning(rawValue: 1 << 40)

    /// What was made of the environment as a whole: its entries, its text.
    static let environmentData = Meaning(rawValue: 1 << 41)

    /// The name of the machine.
    static let hostName = Meaning(rawValue: 1 << 42)
    /// The name of the user.
    static let userName = Meaning(rawValue: 1 << 43)
    /// Other things that tell one machine from another: addresses, identifiers.
    static let machine = Meaning(rawValue: 1 << 44)
    /// A key, seed or recovery phrase, by its name.
    static let key = Meaning(rawValue: 1 << 45)
    /// What a request from outside brought in.
    static let request = Meaning(rawValue: 1 << 46)
    /// The user's own folder, or whatever is in it.
    static let home = Meaning(rawValue: 1 << 47)
    /// Names of files that were listed.
    static let listed = Meaning(rawValue: 1 << 48)
    /// A path at which another tool runs what it finds.
    static let planted = Meaning(rawValue: 1 << 49)
    /// An address that is a constant.
    static let constantAddress = Meaning(rawValue: 1 << 50)
    /// A shell that was started, or its pipes.
    static let shell = Meaning(rawValue: 1 << 51)
    /// What a function of this source is given by whoever calls it.
    static let given = Meaning(rawValue: 1 << 52)

    /// Where something that was fetched was unpacked.
    static let unpackedPath = Meaning(rawValue: 1 << 53)

    /// The digest of something that was fetched.
    static let digest = Meaning(rawValue: 1 << 62)
    /// A constant that is written as a digest.
    static let constantDigest = Meaning(rawValue: 1 << 63)
    /// A path that begins with the package's own folder, or what is read from there.
    static let ownFolder = Meaning(rawValue: 1 << 54)
    /// A path that ends with the name of a file that is no code, or what is read from there.
    static let dataName = Meaning(rawValue: 1 << 55)

    /// A place on the user's desktop.
    static let desktop = Meaning(rawValue: 1 << 56)
    /// Text that was encoded so that it can stand anywhere.
    static let encoded = Meaning(rawValue: 1 << 57)
    /// Everything that a page keeps in the browser.
    static let pageData = Meaning(rawValue: 1 << 58)
    /// The address of a service that hands out credentials.
    static let credentialSource = Meaning(rawValue: 1 << 59)

    /// A file at a path that the source states, or a text that it states as one.
    static let constantFile = Meaning(rawValue: 1 << 60)

    /// Everything that follows a value through calls and operators.
    static let flows: Meaning = [
        .environment, .secret, .fetched, .decoded, .connection, .openedPath, .writtenPath, .variable, .openedFile,
        .environmentData, .hostName, .userName, .machine, .key, .request, .home, .listed, .planted, .constantAddress,
        .shell, .given, .unpackedPath, .digest, .constantDigest, .ownFolder, .dataName, .desktop, .encoded, .pageData,
        .credentialSource, .constantFile,
    ]
    /// What is lost when it is put into something with other things in it: it says what a value is, not what it holds.
    static let exact: Meaning = [.home, .listed, .constantAddress]
    /// What identifies a machine or its user.
    static let identity: Meaning = [.hostName, .userName, .machine]
    /// What is so common that learning it of a name asks for no other walk.
    static let common: Meaning = [
        .constantAddress, .given, .home, .listed, .ownFolder, .dataName, .desktop, .encoded, .credentialSource,
        .constantDigest, .constantFile,
    ]
    /// Modules and functions: what a wrapper such as `promisify` hands on.
    static let means = Meaning(rawValue: (1 << 32) - 1)
    /// Modules and functions that stay what they are in a list, and as what a function is given.
    static let handed: Meaning = [
        .globalObject, .processModule, .evaluationModule, .systemModule, .evaluate, .spawn, .require, .decode,
    ]
    /// A file of data that the package brings along, or what was made of it.
    static let ownData: Meaning = [.ownFolder, .dataName]
    /// What is put into a list or a buffer is in it from then on.
    static let gathered: Meaning = [
        .fetched, .decoded, .secret, .environmentData, .request, .hostName, .userName, .machine, .ownFolder, .dataName,
    ]
    /// Only what is to be kept from everybody else.
    static let confidential: Meaning = [.environment, .environmentData, .secret, .variable]
}
