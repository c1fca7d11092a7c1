import Foundation
import SallyportLexing

/// Prints the tokens of the files named on standard input, one JSON object a line: `{"malformed":0,"tokens":["name",0,4,…]}`.
/// `scripts/differential.sh` holds them against those of the language's own tokenizer.
@main
enum DumpTokens {
    static func main() {
        let language = CommandLine.arguments.dropFirst().first ?? ""
        while let path = readLine() {
            let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
            var tokens: [Token] = []
            let summary: TokenizationSummary
            do {
                summary = try tokenize(bytes.span, path: path, language: language, into: &tokens)
            } catch {
                print("{\"malformed\":-1,\"tokens\":[]}")
                continue
            }
            let list = tokens.map { "\"\($0.kind)\",\($0.start),\($0.end)" }.joined(separator: ",")
            print("{\"malformed\":\(summary.malformedCount),\"tokens\":[\(list)]}")
        }
    }

    private static func tokenize(
        _ source: Span<UInt8>,
        path: String,
        language: String,
        into tokens: inout [Token]
    ) throws(LexError) -> TokenizationSummary {
        if language == "ruby" {
            let limits = TokenLimits(includesComments: true)
            return try RubyTokenizer.tokenize(source, limits: limits, into: &tokens)
        }
        if language == "python" { return try PythonTokenizer.tokenize(source, into: &tokens) }
        let dialect: JavaScriptDialect = path.hasSuffix(".mjs") ? .module : .script
        return try JavaScriptTokenizer.tokenize(source, dialect: dialect, into: &tokens)
    }
}
