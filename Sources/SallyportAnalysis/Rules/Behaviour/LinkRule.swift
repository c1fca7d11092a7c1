import SallyportModel

/// What crosses from one file to another: functions that hand on what they are given, and calls that give.
enum LinkRule {
    /// What is worth following into another file.
    static let worth: Meaning = [
        .environment, .environmentData, .secret, .hostName, .userName, .machine, .key, .fetched, .decoded, .request,
    ]

    /// A function of this source sends or evaluates what it is given.
    static func note(
        sink call: Call,
        evaluates: Bool,
        isFixed: Bool,
        _ reader: inout FlowReader
    ) {
        guard reader.marksGiven, call.arguments.contains(.given), reader.top.enclosing != 0 else { return }
        let what = evaluates ? "runs what it is given" : "sends what it is given"
        let step = ChainStep(what: what, offset: call.offset)
        reader.collector.addSink(reader.top.enclosing, evaluates: evaluates, isFixed: isFixed, step)
    }

    /// A function that is not of this source is given something.
    static func note(gift call: Call, _ word: UInt32, _ reader: inout FlowReader) {
        let values = call.arguments.intersection(worth)
        guard !values.isEmpty, word != 0, call.callee.isDisjoint(with: .means),
            reader.collector.takesGift(word, values: values.rawValue)
        else { return }
        let steps = reader.origins.steps(of: values, then: "gives it to another file", at: call.offset)
        reader.collector.addGift(word, values: values.rawValue, steps)
    }
}
