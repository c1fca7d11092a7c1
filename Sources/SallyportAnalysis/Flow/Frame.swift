/// What is known inside one pair of brackets, or one block, while its content is read.
struct Frame {
    /// What the brackets are.
    enum Kind: UInt8 {
        case file, group, call, index, array, object, block, function, parameters
    }

    let kind: Kind
    /// The position of the opening bracket.
    let open: Int

    // Of a call: what is called.
    var callee: Meaning = []
    var calleeEntry: UInt16 = 0
    var calleeIdentity: UInt32 = 0

    /// The hash of the callee's last word.
    var calleeWord: UInt32 = 0

    // Arguments, or elements, that are complete.
    var arguments: Meaning = []
    var slots: (Meaning, Meaning, Meaning, Meaning) = ([], [], [], [])
    var argument = 0

    // The expression that is being read.
    var value: Meaning = []
    var sum: Meaning = []
    var root: UInt32 = 0
    var chain = Chain.none
    var lastEntry: UInt16 = 0
    /// The hash of the last word.
    var word: UInt32 = 0
    /// The hash of the last word behind `this` or `self`, and nothing more.
    var method: UInt32 = 0
    /// The opening bracket of the last pair that was closed here.
    var lastOpen = -1
    var declares = false
    var isReturn = false
    /// Whether the expression holds `==` or `!=`.
    var compares = false
    /// The position of the word `for` whose `in` is still to come.
    var forPosition = -1

    // What must be undone when it ends.
    let targetsMark: Int
    var undoMark = -1
    var functionIdentity: UInt32 = 0
    /// The function whose body is innermost here, and whether there is one: inherited from the frame around.
    var enclosing: UInt32 = 0
    var isInFunction = false
    /// The innermost function with a name around this, whatever functions without one lie between.
    var named: UInt32 = 0
    var parameters: Range<Int> = 0..<0
    /// Of the body of a function without a name: by what its calls know it.
    var anonymous: UInt32 = 0
    /// Of parameters, and of the body behind them: whether the function is used where it stands.
    var isExpression = false
    /// The function without a name that was read last here, and is the value that was.
    var function: UInt32 = 0
    /// Of a call: whether a function stands among its arguments, and what the callee is a member of.
    var holdsFunction = false
    var calleeRoot: UInt32 = 0
    /// What was around an arrow function whose body is the expression that is being read.
    var arrow: Arrow?

    /// An arrow function without braces.
    struct Arrow {
        let identity: UInt32
        let enclosing: UInt32
        let wasInFunction: Bool
        let body: UInt32
    }
    /// The function whose body is innermost here, with those that have no name; see ``Startup``.
    var body = Startup.topLevel

    /// How the value was reached.
    enum Chain: UInt8 {
        case none, name, members
    }

    init(_ kind: Kind, open: Int, targetsMark: Int) {
        self.kind = kind
        self.open = open
        self.targetsMark = targetsMark
    }

    /// Puts the current value into the expression.
    @inline(__always)
    mutating func commit() {
        sum.formUnion(value)
        value = []
        chain = .none
        lastEntry = 0
        word = 0
        method = 0
        function = 0
    }

    /// Ends an argument or an element.
    mutating func endArgument() {
        switch argument {
        case 0: slots.0.formUnion(sum)
        case 1: slots.1.formUnion(sum)
        case 2: slots.2.formUnion(sum)
        default: slots.3.formUnion(sum)
        }
        arguments.formUnion(sum)
        sum = []
    }

    /// What the argument at a position is; the last slot stands for all that follow.
    func slot(_ position: Int) -> Meaning {
        switch position {
        case 0: slots.0
        case 1: slots.1
        case 2: slots.2
        default: slots.3
        }
    }
}
