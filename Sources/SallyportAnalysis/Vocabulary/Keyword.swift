/// Words of the languages' grammar that the reading of values must know.
enum Keyword: UInt8 {
    case none
    case function, binding, importWord, export, from, returnWord, classWord, asWord
    /// A word after which a bracket is no call and a slash no division.
    case control
    /// A word that stands before a value and changes nothing: `await`, `new`, `typeof`.
    case prefix
    /// A name that hands its arguments to the method that the first one names: Ruby's `send`.
    case dispatch
    case inWord, forWord, withWord, lambda
}
