import SallyportModel

/// Follows values through one source, in one walk over its lexemes and without recursion.
///
/// It knows what names hold (`Bindings`), what stands in open brackets (`Frame`), and tells the rules about every call,
/// every use of the environment and every string. It over-approximates: names are told apart by function, not by block,
/// and a value that was ever put into a name stays in it until the function ends. A second and a third walk see what the
/// first one learnt about functions that are declared behind their use.
struct FlowReader {
    let language: Language
    let vocabulary: Vocabulary
    var bindings = Bindings()
    var top = Frame(.file, open: -1, targetsMark: 0)
    var parents: [Frame] = []
    var targets: [Target] = []
    var pendingFunction: PendingFunction?
    /// The position of a name that the word `function` or `def` introduced.
    var expectsParameters = false
    var expectedFunction: UInt32 = 0
    /// Whether the function that is expected stands behind a sign, as `!function () {…}()`.
    var expectsExpression = false
    /// Whether something fetched is written to a file that was opened here.
    var writesFetched = false
    /// Files that the source reads, as far as their paths are constants: what is evaluated may be their text.
    var readPaths: Set<String> = []
    var collector: FindingsCollector
    /// Where values worth following came from last.
    var origins = Origins()
    /// Whether what functions are given is followed to where it goes, for the sake of other files.
    var marksGiven = false
    /// Constant paths of files that are written, or fetched by a command.
    var writtenConstants: Set<String> = []
    /// Constants that are commands, by the name that holds them, and those of the statement that is being read.
    var commandTexts: [UInt32: [String]] = [:]
    var pendingCommands: [(text: String, position: Int)] = []
    /// The commands that it starts.
    var started: StartedCommands
    /// Constants of code that were handed on to be read.
    var evaluatedConstants: Set<UInt64> = []
    /// Lists of words that ask a program for its version.
    var questions: Set<UInt32> = []
    /// Whether the digest of something fetched is compared with a constant.
    var comparesDigest = false
    /// Where that is done first.
    var comparesAt = Int.max
    /// What is replaced in a browser, and the addresses of wallets.
    var hooked = HookedFunctions()
    /// The last string that named the folder of all processes.
    var processesPosition = -64
    /// Whether names of files that are no code are worth following: the source makes code of values.
    var marksData = false
    /// What happens as soon as the source is loaded.
    var startup = Startup()
    /// Whether the source has the means for anything of it.
    var followsStartup = false
    /// Whether the next block only runs when the source is the program itself.
    var asksForProgram = false
    /// Where memory is got that may run, and where it is called.
    var getsMemory = -1
    var runsMemory = -1
    /// Whether machine code stands in the source as numbers; looked for where memory is got that may run.
    var holdsMachineCode: Bool?
    /// Where the program's other modules are listened to.
    var watchesOthers = -1
    /// Whether the source says what is written of its classes; looked for where it is evaluated.
    var overridesRepr: Bool?
    /// Whether folders are listed.
    var listsFolders = false
    /// Whether elements of scripts are made.
    var makesScripts = false
    /// Services whose credential variables are read.
    var services: Set<String> = []
    /// Code that is written into a file, and where.
    var writtenCode: [(text: [UInt8], offset: Int)] = []
    /// What the functions give whose bodies are open.
    var returned: [Meaning] = []

    /// A name, or the member of a pattern, that the expression behind an assignment goes to.
    struct Target {
        let name: UInt32
        /// The word of the member that a pattern takes; 0 for the whole.
        let member: UInt16
        let position: Int
        let declares: Bool
        let isMember: Bool
    }

    /// A function whose body is about to begin.
    struct PendingFunction {
        let identity: UInt32
        let parameters: Range<Int>
        let undoMark: Int
        /// By what its calls know it when it has no name.
        var anonymous: UInt32 = 0
        /// Whether the value of the function is used where it stands.
        var isExpression = false
    }

    /// Brackets and blocks that may stand in each other before the walk stops going deeper.
    static let depthMax = 10_000
    /// Walks over one source.
    static let passesMax = 3
    /// Files that one source reads which are kept.
    static let readPathsMax = 256

    /// Where values worth following come from, and where they go.
    private static let sources: Meaning = [
        .networkModule, .networkLibrary, .connect, .secret, .environment, .processObject, .systemModule, .decode,
        .decodingModule, .hostModule, .fileModule, .notable,
    ]
    private static let sinks: Meaning = [
        .networkModule, .networkLibrary, .connect, .processModule, .spawn, .systemModule, .evaluate, .evaluationModule,
        .loadNative, .nativeModule, .fileModule,
    ]

    init(_ language: Language, limits: AnalysisLimits) {
        self.language = language
        vocabulary =
            switch language {
            case .python: PythonVocabulary.vocabulary
            case .ruby: RubyVocabulary.vocabulary
            default: JavaScriptVocabulary.vocabulary
            }
        collector = FindingsCollector(limits: limits)
        started = StartedCommands(bytesMax: limits.commandBytesMax)
    }

    /// Reads the source until nothing new is learnt, at most ``passesMax`` times.
    mutating func run(_ stream: LexemeStream, _ source: Span<UInt8>) {
        defer { withdrawCompared() }
        if stream.isCut { collector.leaveOut("values-too-large", at: 0) }
        let reaches = !stream.interest.isDisjoint(with: [
            .networkModule, .networkLibrary, .connect, .evaluate, .evaluationModule, .processModule, .spawn,
            .systemModule, .processObject,
        ])
        followsStartup = !stream.interest.isDisjoint(with: [
            .processModule, .spawn, .systemModule, .networkModule, .networkLibrary, .connect,
        ])
        marksData = !stream.interest.isDisjoint(with: [.evaluate, .evaluationModule])
        marksGiven = reaches && stream.count <= FileLinks.lexemesMax
        for _ in 0..<Self.passesMax {
            bindings.beginPass()
            let wroteBefore = writesFetched
            let startersBefore = bindings.startersCount
            pass(stream, source)
            defer { UnaskedRule.state(&self) }
            if bindings.isCut { collector.leaveOut("too-many-names", at: 0) }
            if !bindings.hasChanged, wroteBefore == writesFetched { return }
            // Where nothing comes in, or nothing can be done with it, there is nothing to follow.
            // A function that starts what it is given is told from any other when its calls are read again.
            let hasLearntStarter = bindings.startersCount > startersBefore
            if stream.interest.isDisjoint(with: Self.sinks) { return }
            if stream.interest.isDisjoint(with: Self.sources), !hasLearntStarter { return }
        }
    }

    /// Takes the files that the source reads for code where it makes code of values.
    mutating func followEvaluatedFiles() {
        guard collector.has(.capabilityDynamicCode, atLeast: .use) else { return }
        if readPaths.count >= Self.readPathsMax { collector.leaveOut("too-many-paths", at: 0) }
        for path in readPaths.sorted() where !path.hasSuffix(".json") {
            CommandTargets.addPath(path, language, in: "", &collector)
        }
    }

    /// Reads only what the source loads: enough where nothing in it reaches out of the program.
    mutating func readReferences(_ stream: LexemeStream, _ source: Span<UInt8>) {
        var index = 0
        while index < stream.count {
            let lexeme = stream.lexemes[index]
            index += 1
            if language == .python, lexeme.kind == .name {
                switch vocabulary[lexeme.entry].keyword {
                case .importWord: index = PythonImports.plain(index - 1, stream, source, &self)
                case .from where stream.startsStatement(at: index - 1):
                    index = PythonImports.from(index - 1, stream, source, &self)
                default: continue
                }
            } else if language == .ruby, lexeme.kind == .string {
                RubyLoading.note(index - 1, stream, source, &self)
            } else if language == .javaScript, lexeme.kind == .string, stream.isLoaded(at: index - 1, vocabulary) {
                _ = loads(stream.bytes(of: lexeme, in: source), at: Int(lexeme.start))
            }
        }
    }

    private mutating func pass(_ stream: LexemeStream, _ source: Span<UInt8>) {
        parents.removeAll(keepingCapacity: true)
        targets.removeAll(keepingCapacity: true)
        top = Frame(.file, open: -1, targetsMark: 0)
        hooked = HookedFunctions()
        processesPosition = -64
        returned.removeAll(keepingCapacity: true)
        startup = Startup()
        asksForProgram = false
        getsMemory = -1
        runsMemory = -1
        // A program of the command line was asked for.
        if source.count >= 2, source[0] == UInt8(ascii: "#"), source[1] == UInt8(ascii: "!") {
            top.body = Startup.program
        }
        pendingFunction = nil
        expectsParameters = false
        var index = 0
        while index < stream.count {
            index = step(index, stream, source)
        }
        while !parents.isEmpty { close(at: stream.count, stream, source) }
        hooked.state(in: &collector)
        stateSearches(stream)
        flush(stream, source)
    }

    /// Reads one lexeme; gives the position of the next.
    private mutating func step(_ index: Int, _ stream: LexemeStream, _ source: Span<UInt8>) -> Int {
        let lexeme = stream.lexemes[index]
        switch lexeme.kind {
        case .name: return name(lexeme, index, stream, source)
        case .string: string(lexeme, index, stream, source)
        case .openParenthesis, .openBracket, .openBrace: open(lexeme.kind, index, stream, source)
        case .closeParenthesis, .closeBracket, .closeBrace: close(at: index, stream, source)
        case .assign: assign(index, stream, source)
        case .arrow: arrow(index, stream, source)
        case .comma: comma(stream, source)
        case .semicolon, .newline: endStatement(stream, source)
        case .colon: colon(stream, source)
        case .indent: openBlock(index, stream, source)
        case .dedent: if top.kind == .block || top.kind == .function { close(at: index, stream, source) }
        case .dot: break
        case .other:
            top.commit()
            if language == .javaScript,
                stream.walletWords > 0 || !stream.interest.isDisjoint(with: [.connect, .notable])
            {
                hooked.note(pattern: Int(lexeme.start)..<min(Int(lexeme.end), source.count), source)
            }
        case .sign:
            top.commit()
            if DigestComparison.isEquality(lexeme, source) { top.compares = true }
        case .number, .plus, .slash, .spread: top.commit()
        }
        return index + 1
    }

    private mutating func comma(_ stream: LexemeStream, _ source: Span<UInt8>) {
        let declares = top.declares
        let forPosition = top.forPosition
        finishExpression(stream, source)
        switch top.kind {
        case .call, .group, .array, .object, .index, .parameters:
            top.endArgument()
            top.argument += 1
        case .file, .block, .function:
            top.sum = []
            top.declares = declares
        }
        top.forPosition = forPosition
    }

    private mutating func colon(_ stream: LexemeStream, _ source: Span<UInt8>) {
        switch top.kind {
        case .file, .block, .function:
            if language == .python { flush(stream, source) } else { top.commit() }
        default: top.commit()
        }
    }

    private mutating func endStatement(_ stream: LexemeStream, _ source: Span<UInt8>) {
        flush(stream, source)
        if language == .javaScript { pendingFunction = nil }
    }

    /// Ends a statement: what it computed goes to its targets, and the slate is clean.
    mutating func flush(_ stream: LexemeStream, _ source: Span<UInt8>) {
        finishExpression(stream, source)
        if top.isReturn, top.isInFunction {
            bindings.addReturn(of: top.enclosing, top.sum)
            if !returned.isEmpty { returned[returned.count - 1].formUnion(top.sum) }
        }
        if !pendingCommands.isEmpty { pendingCommands.removeAll(keepingCapacity: true) }
        top.sum = []
        top.declares = false
        top.isReturn = false
        top.forPosition = -1
        top.lastOpen = -1
    }

    /// Whether names that may be keys are keys here: the source is about wallets.
    func isAboutWallets(_ stream: LexemeStream) -> Bool { stream.walletWords >= 2 }

    /// Ends an expression: its value goes to the names that wait for it.
    mutating func finishExpression(_ stream: LexemeStream, _ source: Span<UInt8>) {
        top.commit()
        if top.compares {
            if top.sum.contains(DigestComparison.sides) {
                noteComparison(at: top.open >= 0 && top.open < stream.count ? Int(stream.lexemes[top.open].start) : 0)
            }
            top.compares = false
        }
        if let arrow = top.arrow {
            if arrow.identity != 0 { bindings.addReturn(of: arrow.identity, top.sum) }
            top.enclosing = arrow.enclosing
            top.isInFunction = arrow.wasInFunction
            top.body = arrow.body
            top.arrow = nil
        }
        while targets.count > top.targetsMark, let target = targets.popLast() {
            give(top.sum, to: target, stream, source)
        }
    }

    /// Whether names that are free here mean what they mean to the language.
    mutating func meaning(of lexeme: Lexeme) -> Meaning {
        bindings.use(lexeme.identity) ?? vocabulary[lexeme.entry].global
    }
}

extension LexemeStream {
    /// Whether a statement begins at a position of Python.
    func startsStatement(at index: Int) -> Bool {
        switch kind(at: index - 1) {
        case .newline, .indent, .dedent, .semicolon, .colon: true
        default: index == 0
        }
    }

    /// Whether the string at a position of JavaScript names a module that is loaded.
    func isLoaded(at index: Int, _ vocabulary: Vocabulary) -> Bool {
        let isCall = kind(at: index - 1) == .openParenthesis
        let word = index - (isCall ? 2 : 1)
        guard kind(at: word) == .name else { return false }
        let entry = vocabulary[lexemes[word].entry]
        if isCall { return entry.keyword == .importWord || entry.global.contains(.require) }
        return entry.keyword == .importWord || entry.keyword == .from
    }
}
