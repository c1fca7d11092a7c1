import SallyportModel

/// Hooks that appeared or that do something else now.
enum HookDelta {
    /// Hooks are the same when trigger and fingerprint are; one of a known trigger and another fingerprint has changed.
    static func facts(from previous: Report, to current: Report) -> [Fact] {
        var known: [String: [Hook]] = [:]
        for hook in previous.hooks { known[hook.trigger, default: []].append(hook) }
        var unmatched: [Hook] = []
        for hook in current.hooks {
            guard let index = known[hook.trigger]?.firstIndex(where: { $0.fingerprint == hook.fingerprint }) else {
                unmatched.append(hook)
                continue
            }
            known[hook.trigger]?.remove(at: index)
        }
        return unmatched.map { hook in
            let earlier = takeEarlier(of: hook, from: &known)
            let code: FactCode
            if let earlier {
                code = doesMore(hook, than: earlier) ? .deltaHookChanged : .deltaHookEdited
            } else if isNewDefinition(hook, in: previous) {
                code = .deltaHookEdited
            } else {
                code = .deltaHookAdded
            }
            var detail = "\(hook.trigger): \(hook.command)"
            if let earlier, earlier.command != hook.command { detail += " (before: \(earlier.command))" }
            return Fact(
                code: code,
                reach: .install,
                detail: Excerpt.detail(detail),
                place: hook.files.first.map { Place(path: $0) }
            )
        }
    }

    /// Builds by a definition that is read whole: where nothing is known of one, it does nothing but build.
    private static let readTriggers: Set<String> = Set([NativeBuild.meson, .cmake, .cargo].map(\.rawValue))

    /// Whether a package that ran `setup.py` is built by a definition now, which does nothing else.
    private static func isNewDefinition(_ hook: Hook, in previous: Report) -> Bool {
        readTriggers.contains(hook.trigger) && hook.does.isEmpty
            && previous.hooks.contains { $0.trigger == "setup.py" }
    }

    /// Whether a hook does something that the earlier one did not, or starts with another command.
    ///
    /// Where nothing is known of what either does, because it is not read, every change counts. The command of an
    /// `egg-info` hook is only the list of its groups: what they name is read like every other file.
    private static func doesMore(_ hook: Hook, than earlier: Hook) -> Bool {
        if hook.trigger != "egg-info", VersionMarks.without(hook.command) != VersionMarks.without(earlier.command) {
            return true
        }
        if hook.does.isEmpty, hook.files.isEmpty, !readTriggers.contains(hook.trigger) { return true }
        return !Set(hook.does).isSubset(of: earlier.does)
    }

    /// The earlier hook of this trigger that this one most likely was: one that ran the same file, else any.
    private static func takeEarlier(of hook: Hook, from known: inout [String: [Hook]]) -> Hook? {
        guard var candidates = known[hook.trigger], !candidates.isEmpty else { return nil }
        let index = candidates.firstIndex { $0.command == hook.command || $0.files.first == hook.files.first } ?? 0
        let earlier = candidates.remove(at: index)
        known[hook.trigger] = candidates
        return earlier
    }
}
