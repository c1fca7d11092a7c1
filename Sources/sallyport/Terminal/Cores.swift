import NIOCore

/// How many threads of work the machine carries at once.
enum Cores {
    static var count: Int { System.coreCount }
}
