import SallyportModel

/// What code does by itself as soon as it is loaded.
enum UnaskedRule {
    /// Words whose calls run the functions that they are given.
    private static let schedulers = WordSet(
        all: [
            "then", "catch", "finally", "on", "once", "addListener", "setTimeout", "setInterval", "setImmediate",
            "nextTick", "queueMicrotask", "forEach", "map", "access", "exists", "stat", "readFile", "mkdir", "Thread",
            "Timer", "Process", "start_new_thread", "submit", "run_in_executor", "create_task", "Promise", "get",
            "request", "writeFile", "readdir", "lookup", "exec", "execFile", "run", "spawn",
        ]
    )

    /// Follows a call to the function that it calls, and to those that it is given.
    static func note(
        _ call: Call,
        _ frame: Frame,
        _ reader: inout FlowReader,
        _ stream: LexemeStream
    ) {
        let caller = reader.top.body
        guard reader.followsStartup, caller != Startup.program else { return }
        if frame.calleeIdentity != 0 { reader.startup.note(call: frame.calleeIdentity, in: caller) }
        if frame.calleeWord != 0, frame.calleeEntry == 0 { reader.startup.note(call: frame.calleeWord, in: caller) }
        guard schedulers.contains(frame.calleeWord) || !frame.callee.isDisjoint(with: .means) else { return }
        for index in call.inside.prefix(24) where stream.kind(at: index) == .name {
            let lexeme = stream.lexemes[index]
            guard stream.kind(at: index - 1) != .dot, lexeme.entry == 0 else { continue }
            reader.startup.note(call: lexeme.identity, in: caller)
        }
    }

    /// Whether a function that stands here as an argument runs with the code around it.
    static func runsArguments(_ frame: Frame) -> Bool {
        schedulers.contains(frame.calleeWord) || !frame.callee.isDisjoint(with: .means)
    }

    /// States what happens by itself.
    static func state(_ reader: inout FlowReader) {
        guard !reader.startup.isEmpty else { return }
        let found = reader.startup.happening()
        if let offset = found[.silentProcess] {
            state("starts a process that stays and says nothing", at: offset, [], &reader)
        }
        if let offset = found[.plant] {
            state("writes where another program runs what it finds", at: offset, [], &reader)
        }
        if let network = found[.network], let process = found[.process] {
            let step = ChainStep(what: "reaches the network", offset: network)
            state("reaches the network and starts a process", at: process, [step], &reader)
        }
        if let network = found[.network], let secret = found[.secret] {
            let step = ChainStep(what: "takes credentials", offset: secret)
            state("takes credentials and reaches the network", at: network, [step], &reader)
        }
    }

    private static func state(_ what: String, at offset: Int, _ before: [ChainStep], _ reader: inout FlowReader) {
        let detail = "\(what), as soon as it is loaded"
        let steps = before + [ChainStep(what: what, offset: offset)]
        reader.collector.add(.chainUnasked, detail, at: offset, .flow, steps: steps)
    }
}
