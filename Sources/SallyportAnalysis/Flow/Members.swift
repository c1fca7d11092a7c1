/// What the member of a value is.
enum Members {
    /// The meaning of `value.word`.
    ///
    /// What flows through a value flows through its members. The member of a module is the module again where nothing
    /// else is known, so that `os.path.join` and `fs.promises.readFile` are found.
    @inline(__always)
    static func member(_ word: Vocabulary.Entry, of value: Meaning, after previous: Vocabulary.Entry) -> Meaning {
        member(word.role, word.global, of: value, after: previous.role)
    }

    private static func member(_ role: Role, _ global: Meaning, of value: Meaning, after previous: Role) -> Meaning {
        var result = value.intersection(.flows)
        // One entry of what a page keeps is not all of it.
        if result.contains(.pageData), role.isDisjoint(with: [.encodes, .enumerates]) { result.remove(.pageData) }
        // What stands beside a key is no key.
        if result.contains(.key), role.isDisjoint(with: [.isKey, .mayBeKey, .encodes]) { result.remove(.key) }
        if role.contains(.saysHow) { result.subtract([.fetched, .connection]) }
        if value.contains(.environment) { result = environmentMember(role, result) }
        if role.isEmpty, value.isDisjoint(with: .means) { return result }
        if value.contains(.globalObject) { result.formUnion(global) }
        result.formUnion(processMember(role, of: value))
        result.formUnion(moduleMember(role, of: value))
        result.formUnion(anyMember(role, of: value, after: previous))
        // `module.require`, whatever the module is called.
        if global.contains(.require) { result.insert(.require) }
        if role.contains(.constructs), previous.contains(.constructs) || value.contains(.evaluate) {
            result.insert(.evaluate)
        }
        return result
    }

    private static func environmentMember(_ role: Role, _ flows: Meaning) -> Meaning {
        if role.contains(.wholes) { return flows }
        let rest = flows.subtracting(.environment)
        return role.contains(.gets) ? rest.union(.readVariable) : rest
    }

    private static func processMember(_ role: Role, of value: Meaning) -> Meaning {
        var result: Meaning = []
        if value.contains(.processObject) {
            if role.contains(.environment) { result.insert(.environment) }
            if role.contains(.binds) { result.insert(.loadNative) }
            if role.contains(.requires) { result.insert(.require) }
            if role.isEmpty { result.insert(.importModule) }
        }
        if value.contains(.processModule) {
            result.insert(role.contains(.spawns) ? .spawn : .processModule)
        }
        if value.contains(.systemModule) {
            if role.contains(.environment) { result.insert(.environment) }
            if role.contains(.readsVariable) { result.insert(.readVariable) }
            if role.contains(.systemSpawns) { result.insert(.spawn) }
            if role.contains(.opens) { result.insert(.open) }
            result.insert(.systemModule)
        }
        return result
    }

    private static func moduleMember(_ role: Role, of value: Meaning) -> Meaning {
        var result: Meaning = []
        if value.contains(.networkModule) {
            result.insert(.networkModule)
            if role.contains(.requests) { result.insert(.connect) }
        }
        if value.contains(.networkLibrary) { result.formUnion([.networkLibrary, .connect]) }
        if value.contains(.fileModule) {
            result.insert(.fileModule)
            if role.contains(.reads) { result.insert(.read) }
            if role.contains(.writes) { result.insert(.write) }
            if role.contains(.opens) { result.insert(.open) }
        }
        if !value.isDisjoint(with: [.fileModule, .systemModule]) {
            if role.contains(.lists) { result.insert(.list) }
            if role.contains(.removes) { result.insert(.remove) }
        }
        if !value.isDisjoint(with: [.hostModule, .systemModule, .fileModule, .networkModule]) {
            if role.contains(.identifies) { result.insert(.identify) }
            if role.contains(.locatesHome) { result.insert(.home) }
        }
        if value.contains(.hostModule) { result.insert(.hostModule) }
        if value.contains(.evaluationModule) {
            result.insert(role.contains(.evaluates) ? .evaluate : .evaluationModule)
        }
        if value.contains(.decodingModule) {
            result.insert(role.contains(.decodes) ? .decode : .decodingModule)
        }
        if value.contains(.nativeModule) {
            result.insert(role.contains(.loadsNative) ? .loadNative : .nativeModule)
        }
        if value.contains(.reflection) {
            if role.contains(.requests) { result.insert(.attribute) }
            if role.contains(.hands) || role.contains(.evaluates) || role.contains(.constructs) {
                result.insert(.applies)
            }
            result.insert(.reflection)
        }
        if value.contains(.importModule) {
            result.insert(role.contains(.requires) ? .require : .importModule)
        }
        return result
    }

    private static func anyMember(_ role: Role, of value: Meaning, after previous: Role) -> Meaning {
        var result: Meaning = []
        if role.contains(.serialises) { result.insert(.serialise) }
        if role.contains(.compiles) { result.insert(.evaluate) }
        if role.contains(.sends), value.contains(.connection) { result.insert(.send) }
        if role.contains(.reads), value.contains(.secret) { result.insert(.read) }
        if role.contains(.opens), value.contains(.planted) { result.insert(.open) }
        if role.contains(.removes), value.contains(.home) { result.insert(.remove) }
        if role.contains(.lists), value.contains(.home) { result.insert(.list) }
        if role.contains(.isKey) { result.insert(.key) }
        result.formUnion(requestMember(role, of: value, after: previous))
        if role.contains(.writesItself) { result.insert(.write) }
        if role.contains(.hands) { result.formUnion(value.intersection(.means)) }
        if role.contains(.decodesItself) { result.insert(.decode) }
        return result
    }

    /// `req.headers`, `request.form`: what comes in from outside. What a server answers is no request.
    private static func requestMember(_ role: Role, of value: Meaning, after previous: Role) -> Meaning {
        guard value.isDisjoint(with: [.fetched, .connection]) else { return [] }
        if role.contains(.carriesRequest), value.isDisjoint(with: .means) { return .request }
        return role.contains(.mayCarryRequest) && previous.contains(.isRequest) ? .request : []
    }
}
