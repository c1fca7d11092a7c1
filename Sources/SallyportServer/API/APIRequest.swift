import HTTPTypes
import HummingbirdCore
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// A request to the API with its query read.
struct APIRequest: Sendable {
    let request: Request
    let caller: Caller
    private let query: [String: String]

    init(_ request: Request, caller: Caller) {
        self.request = request
        self.caller = caller
        let target = request.head.path ?? "/"
        let text = target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        var query: [String: String] = [:]
        for pair in text.split(separator: "&").prefix(16) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count > 1 ? String(parts[1]) : ""
            query[String(parts[0])] = PercentEncoding.decode(value) ?? value
        }
        self.query = query
    }

    func purl() throws -> PackageURL {
        guard let text = query["purl"] else {
            throw GateFailure(.badRequest("Say which package, as `?purl=pkg:npm/left-pad@1.3.0`."))
        }
        do { return try PackageURL(text) } catch { throw GateFailure(.badRequest(error.description)) }
    }

    func release() throws -> Release {
        guard let release = try purl().release else {
            throw GateFailure(.badRequest("The package URL needs a version: `pkg:npm/left-pad@1.3.0`."))
        }
        return release
    }

    /// The beginning of a span of time.
    func since() throws -> Instant {
        guard let instant = query["since"].flatMap({ Instant($0) }) else {
            throw GateFailure(.badRequest("Say since when, as `?since=2026-11-22T15:10:00Z`."))
        }
        return instant
    }

    /// A limit between 1 and 1000; 100 when none is given.
    func limit() throws -> Int {
        guard let text = query["limit"] else { return 100 }
        guard let limit = Int(text), (1...1_000).contains(limit) else {
            throw GateFailure(.badRequest("`limit` is a number from 1 to 1000."))
        }
        return limit
    }
}
