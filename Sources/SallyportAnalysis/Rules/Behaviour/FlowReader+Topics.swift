import SallyportModel

/// What words and texts say by themselves: capabilities as evidence, and values that begin with a name.
extension FlowReader {
    /// A module that is loaded.
    mutating func noteModule(_ name: String, at offset: Int) {
        let bare = name.hasPrefix("node:") ? name.dropFirst(5) : name[...]
        var topic = vocabulary[vocabulary.position(hash: NameHash.of(bare.utf8), length: bare.utf8.count)].topics.module
        if topic == .none, language == .python, let dot = bare.firstIndex(of: ".") {
            let first = bare[..<dot].utf8
            topic = vocabulary[vocabulary.position(hash: NameHash.of(first), length: first.count)].topics.module
        }
        guard topic != .none else { return }
        let weight: Weight = topic == .credentials ? .sensitive : WordTopics.isRare(topic) ? .use : .means
        collector.add(topic.code, Excerpt.detail("loads \(name)"), at: offset, weight)
    }

    /// A free name.
    mutating func noteName(_ lexeme: Lexeme, _ index: Int, _ stream: LexemeStream) {
        let entry = vocabulary[lexeme.entry]
        if entry.topics.global != .none {
            collector.add(entry.topics.global.code, "uses \(entry.spelling)", at: Int(lexeme.start), .use)
        }
        noteKey(entry.role, index, at: Int(lexeme.start), stream)
    }

    /// A member of a value.
    mutating func noteMember(_ lexeme: Lexeme, _ index: Int, of value: Meaning, _ stream: LexemeStream) {
        let entry = vocabulary[lexeme.entry]
        let offset = Int(lexeme.start)
        if entry.topics.member == .clipboard { hooked.noteClipboard(at: offset) }
        if entry.topics.member != .none {
            collector.add(entry.topics.member.code, "uses \(entry.spelling)", at: offset, .use)
        }
        noteKey(entry.role, index, at: offset, stream)
        if top.value.contains(.request), !value.contains(.request) {
            origins.note(.request, "takes \(entry.spelling) of a request", at: offset)
        }
    }

    /// A value whose name says that it controls a wallet.
    private mutating func noteKey(_ role: Role, _ index: Int, at offset: Int, _ stream: LexemeStream) {
        guard role.contains(.isKey) || (role.contains(.mayBeKey) && isAboutWallets(stream)) else { return }
        let next = stream.kind(at: index + 1)
        guard next != .openParenthesis, next != .assign else { return top.value.subtract(.key) }
        top.value.insert(.key)
        origins.note(.key, "takes \(vocabulary[stream.lexemes[index].entry].spelling)", at: offset)
    }
}

/// Variables that say which machine it is, whose, and what runs on it.
enum MachineVariables {
    private static let users: Set<String> = ["USER", "USERNAME", "LOGNAME", "USERDOMAIN", "SUDO_USER"]
    private static let hosts: Set<String> = ["HOSTNAME", "COMPUTERNAME", "HOST"]
    private static let homes: Set<String> = ["HOME", "USERPROFILE"]
    private static let places: Set<String> = [
        "CI", "GITHUB_ACTIONS", "GITLAB_CI", "CIRCLECI", "TRAVIS", "JENKINS_URL", "BUILDKITE", "RUNNER_OS",
        "GITHUB_REPOSITORY", "CODESPACES", "TF_BUILD", "VERCEL", "NETLIFY", "LANG", "LC_ALL", "LANGUAGE", "TZ",
        "CODEBUILD_BUILD_ID", "TEAMCITY_VERSION", "APPVEYOR", "DRONE",
    ]

    /// Files whose lines the later steps of a build take for paths and variables.
    private static let workflow: Set<String> = ["GITHUB_ENV", "GITHUB_PATH", "BASH_ENV"]

    /// What the value of a variable is.
    static func meaning(of name: String) -> Meaning {
        if workflow.contains(name) { return .planted }
        if users.contains(name) { return .userName }
        if hosts.contains(name) { return .hostName }
        return homes.contains(name) ? .home : []
    }

    /// Whether a variable says where code runs.
    static func saysWhere(_ name: String) -> Bool { places.contains(name) }
}
