import HTTPTypes
import NIOHTTP1

/// Carries a reason phrase through HTTP types that know only the standard ones.
///
/// The phrase rides in a private field from the responder to the connection's handler, which takes it out before
/// anything is sent.
enum ReasonPhrase {
    private static let field = "x-sallyport-reason-phrase"

    static func put(_ phrase: String, into headers: inout HTTPFields) {
        guard let name = HTTPField.Name(field) else { return }
        headers[name] = phrase
    }

    static func take(from headers: inout HTTPHeaders) -> String? {
        guard let phrase = headers.first(name: field) else { return nil }
        headers.remove(name: field)
        return phrase
    }
}
