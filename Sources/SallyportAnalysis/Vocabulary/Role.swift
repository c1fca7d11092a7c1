/// What a name means as the member of something that matters.
struct Role: OptionSet, Hashable {
    let rawValue: UInt64

    /// Of a process module: starts a process.
    static let spawns = Role(rawValue: 1 << 0)
    /// Of Python's `os`: starts a process.
    static let systemSpawns = Role(rawValue: 1 << 1)
    /// Of a network module: reaches the network.
    static let requests = Role(rawValue: 1 << 2)
    /// Of a file module, or of a path: reads.
    static let reads = Role(rawValue: 1 << 3)
    /// Of a file module, or of a path: writes.
    static let writes = Role(rawValue: 1 << 4)
    /// Of a file module: opens.
    static let opens = Role(rawValue: 1 << 5)
    /// Of an evaluation module: runs code.
    static let evaluates = Role(rawValue: 1 << 6)
    /// Of a decoding module: decodes.
    static let decodes = Role(rawValue: 1 << 7)
    /// Of `process` or `os`: the environment.
    static let environment = Role(rawValue: 1 << 8)
    /// Of `os`: reads one variable.
    static let readsVariable = Role(rawValue: 1 << 9)
    /// Of anything: makes text of a structure.
    static let serialises = Role(rawValue: 1 << 10)
    /// Of a connection: sends.
    static let sends = Role(rawValue: 1 << 11)
    /// Of a native module: loads native code.
    static let loadsNative = Role(rawValue: 1 << 12)
    /// Of an import module: loads a module by name.
    static let requires = Role(rawValue: 1 << 13)
    /// Of the environment: still the environment, as a whole.
    static let wholes = Role(rawValue: 1 << 14)
    /// Of the environment: one variable, by argument.
    static let gets = Role(rawValue: 1 << 15)
    /// Of anything: `_compile`, which runs a text as a module.
    static let compiles = Role(rawValue: 1 << 16)
    /// Of anything: `constructor`.
    static let constructs = Role(rawValue: 1 << 17)
    /// Of a stream: writes it into another one.
    static let pipes = Role(rawValue: 1 << 18)
    /// Of anything: gives the whole content of what it is given.
    static let enumerates = Role(rawValue: 1 << 20)
    /// Of anything: writes a file, as a path's own method does.
    static let writesItself = Role(rawValue: 1 << 21)
    /// Of `process`: loads native code.
    static let binds = Role(rawValue: 1 << 19)
    /// Of a module about the machine: says which machine or whose it is.
    static let identifies = Role(rawValue: 1 << 22)
    /// Of anything: keeps what it is given readable to who knows how.
    static let encodes = Role(rawValue: 1 << 23)
    /// Of anything: what a request brings in.
    static let carriesRequest = Role(rawValue: 1 << 24)
    /// Of a request: what it brings in.
    static let mayCarryRequest = Role(rawValue: 1 << 25)
    /// A name for a request.
    static let isRequest = Role(rawValue: 1 << 26)
    /// A name for what controls a wallet.
    static let isKey = Role(rawValue: 1 << 27)
    /// A name for a key, a password, or for something harmless.
    static let mayBeKey = Role(rawValue: 1 << 28)
    /// A word of code about wallets.
    static let isAboutWallet = Role(rawValue: 1 << 29)
    /// Of a module about files or the machine: the folder of the user.
    static let locatesHome = Role(rawValue: 1 << 30)
    /// Of a file module: lists what is in a folder.
    static let lists = Role(rawValue: 1 << 31)
    /// Of a digest: takes what it is a digest of.
    static let digests = Role(rawValue: 1 << 33)
    /// Of anything: puts a path together.
    static let joins = Role(rawValue: 1 << 34)
    /// Of a file module: removes.
    static let removes = Role(rawValue: 1 << 32)
    /// Of anything: decodes it, as Ruby's `unpack` does.
    static let decodesItself = Role(rawValue: 1 << 48)
    /// Of a function: that function, as Ruby's `call` is.
    static let hands = Role(rawValue: 1 << 49)
    /// Of anything: puts what it is given into itself.
    static let gathers = Role(rawValue: 1 << 50)
    /// Of anything: gives a new file and its path.
    static let makesFile = Role(rawValue: 1 << 51)
    /// Of a buffer: puts itself into what it is given.
    static let copiesInto = Role(rawValue: 1 << 52)
    /// Of anything: gives what its argument was made by.
    static let givesPrototype = Role(rawValue: 1 << 53)
    /// Of anything: may make text of bytes that can stand in a name.
    static let encodesText = Role(rawValue: 1 << 54)
    /// A word of code that gets memory which may run, or runs what stands there.
    static let runsMemory = Role(rawValue: 1 << 55)
    static let getsMemory = Role(rawValue: 1 << 56)
    /// Of a document: makes an element, or writes markup.
    static let makesElement = Role(rawValue: 1 << 57)
    /// A word for what a page keeps, or by which a page sends.
    static let keepsPageData = Role(rawValue: 1 << 58)
    static let sendsByAddress = Role(rawValue: 1 << 59)
    /// Says something of a connection or an answer itself, nothing of what came over it.
    static let saysHow = Role(rawValue: 1 << 60)
}
