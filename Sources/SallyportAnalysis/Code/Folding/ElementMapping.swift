import SallyportLexing

/// What is done with each element of a constant: `c => String.fromCharCode(c ^ 5)`, `chr(ord(c) - 1) for c in …`.
///
/// The expression is read once into postfix form, and then computed for each element, without recursion.
struct ElementMapping {
    /// One step of the postfix form.
    enum Step {
        case element
        case index
        case number(Int)
        /// The value of a key at the index, taken again from its start.
        case key([Int])
        case apply(Operator)
    }

    /// Operators on whole numbers.
    enum Operator: String {
        case xor = "^"
        case and = "&"
        case or = "|"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case over = "/"
        case modulo = "%"
        case left = "<<"
        case right = ">>"
        case rightZero = ">>>"
        case wholeOver = "//"
        case negate = "neg"
        case not = "~"

        var precedence: Int {
            switch self {
            case .or: 1
            case .xor: 2
            case .and: 3
            case .left, .right, .rightZero: 4
            case .plus, .minus: 5
            case .times, .over, .modulo, .wholeOver: 6
            case .negate, .not: 7
            }
        }
    }

    var steps: [Step] = []
    /// Whether the result is the character of the number.
    var isCharacter = false
    /// The base in which elements are read as numbers; 0 for the value of their first character.
    var base = 0
    /// The names of the element and of its index, and a name that walks along a key.
    var element: UInt32 = 0
    var index: UInt32 = 0
    var companion: (name: UInt32, values: [Int])?

    /// Stands for `Number` where it is handed on as a function.
    static let toNumber: [UInt8] = Array("\u{0}Number".utf8)
    /// Lexemes of one expression.
    static let lexemesMax = 96

    /// The values of a constant's elements, mapped.
    func apply(to value: Constant, isText: Bool, _ stream: inout LexemeStream) -> Constant? {
        guard let elements = elements(of: value), stream.spend(elements.count * (steps.count + 2)) else { return nil }
        var numbers: [Int] = []
        numbers.reserveCapacity(elements.count)
        for (position, element) in elements.enumerated() {
            guard let number = compute(element, position) else { return nil }
            numbers.append(number)
        }
        guard isCharacter else { return isText ? nil : .numbers(numbers) }
        let texts = numbers.map { Characters.text([UInt32(clamping: $0 & 0x1F_FFFF)]) ?? [] }
        return isText ? .text(Array(texts.joined())) : .texts(texts)
    }

    private func elements(of value: Constant) -> [Int]? {
        guard case .texts(let list) = value else { return value.values }
        var numbers: [Int] = []
        for text in list {
            if base > 0 {
                guard let number = TextMethods.integer(text, base) else { return nil }
                numbers.append(number)
            } else {
                guard let first = Characters.scalars(text).first else { return nil }
                numbers.append(Int(first))
            }
        }
        return numbers
    }

    private func compute(_ element: Int, _ position: Int) -> Int? {
        var stack: [Int] = []
        for step in steps {
            switch step {
            case .element: stack.append(element)
            case .index: stack.append(position)
            case .number(let number): stack.append(number)
            case .key(let values):
                guard !values.isEmpty else { return nil }
                stack.append(values[position % values.count])
            case .apply(let sign):
                guard let right = stack.popLast() else { return nil }
                if sign == .negate || sign == .not {
                    stack.append(sign == .negate ? 0 &- right : ~right)
                    continue
                }
                guard let left = stack.popLast(), let result = Self.compute(sign, left, right) else { return nil }
                stack.append(result)
            }
        }
        return stack.count == 1 ? stack[0] : nil
    }

    private static func compute(_ sign: Operator, _ left: Int, _ right: Int) -> Int? {
        switch sign {
        case .xor: return left ^ right
        case .and: return left & right
        case .or: return left | right
        case .plus: return left &+ right
        case .minus: return left &- right
        case .times: return left &* right
        case .over, .wholeOver: return right == 0 ? nil : right == -1 ? 0 &- left : left / right
        case .modulo:
            guard right != 0, right != -1 else { return nil }
            return left % right
        case .left: return (0..<32).contains(right) ? left << right : nil
        case .right, .rightZero: return (0..<64).contains(right) ? left >> right : nil
        case .negate, .not: return nil
        }
    }
}
