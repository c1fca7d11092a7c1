import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import SallyportModel
import SallyportServer

/// Talks to a server's API (docs/api/openapi.yaml).
struct APIClient: Sendable {
    /// Longest answer, in bytes.
    static let answerBytesMax = 32 * 1_024 * 1_024
    /// How long a server may take; judging a large package on request takes a while.
    static let answerTimeout = TimeAmount.seconds(120)

    /// The server's base URL, without a slash at the end.
    let base: String
    /// Sent with every request.
    let token: String?

    init(base: String, token: String?) {
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.token = token
    }

    /// A server's answer: its value, and the JSON as it came.
    struct Answer<Value: Sendable>: Sendable {
        let value: Value
        let json: String
    }

    /// Asks.
    func get<Value: Decodable & Sendable>(
        _ path: String,
        _ query: [(name: String, value: String)] = []
    ) async throws -> Answer<Value> {
        let pairs = query.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
        return try await send(HTTPClientRequest(url: base + path + (pairs.isEmpty ? "" : "?\(pairs)")))
    }

    /// Decides.
    func post<Value: Decodable & Sendable>(_ path: String, _ body: any Encodable) async throws -> Answer<Value> {
        var request = HTTPClientRequest(url: base + path)
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: try JSONText.compact(body)))
        return try await send(request)
    }

    private func send<Value: Decodable & Sendable>(_ request: HTTPClientRequest) async throws -> Answer<Value> {
        var request = request
        request.headers.add(name: "user-agent", value: "sallyport/\(Version.text)")
        if let token { request.headers.add(name: "authorization", value: "Bearer \(token)") }
        let (status, bytes) = try await exchange(request)
        let data = Data(bytes)
        guard status < 400 else {
            let problem = try? JSONDecoder().decode(APIDocuments.Problem.self, from: data)
            throw APIFailure.refused(status, problem?.error, base: base)
        }
        do {
            let value = try JSONDecoder().decode(Value.self, from: data)
            let text = String(decoding: bytes, as: UTF8.self)
            return Answer(value: value, json: text.hasSuffix("\n") ? String(text.dropLast()) : text)
        } catch {
            throw APIFailure(.notSallyport, "What answers at \(base) is no Sallyport of this version.")
        }
    }

    private func exchange(_ request: HTTPClientRequest) async throws -> (status: UInt, body: [UInt8]) {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        configuration.timeout.connect = .seconds(5)
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        do {
            let response = try await client.execute(request, timeout: Self.answerTimeout)
            let body = try await response.body.collect(upTo: Self.answerBytesMax)
            try await client.shutdown()
            return (response.status.code, Array(body.readableBytesView))
        } catch {
            try? await client.shutdown()
            throw APIFailure.unreachable(base, error)
        }
    }
}

/// Why a server did not do what was asked.
struct APIFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds; the raw value is the stable code.
    enum Code: String, Sendable, Hashable {
        /// Nobody answers.
        case unreachable = "server-unreachable"
        /// Something else answers.
        case notSallyport = "server-unknown"
        /// The token is missing or wrong.
        case unauthorised = "server-unauthorised"
        /// The server says why.
        case refused = "server-refused"
    }

    /// The kind.
    let code: Code
    /// The sentence for the person at the terminal, with what to do.
    let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    static func unreachable(_ base: String, _ error: any Error) -> APIFailure {
        if let error = error as? HTTPClientError, error == .deadlineExceeded || error == .readTimeout {
            return APIFailure(.unreachable, "The server at \(base) did not answer in time; look at its log.")
        }
        return APIFailure(
            .unreachable,
            "No server answers at \(base). Start one with `sallyport serve`, or name another with `--server URL`."
        )
    }

    static func refused(_ status: UInt, _ sentence: String?, base: String) -> APIFailure {
        if status == 401 {
            return APIFailure(
                .unauthorised,
                "The server at \(base) wants its token: name the file with `--token-file FILE` "
                    + "(it is `token` in the server's data folder), or the folder with `--data DIR`."
            )
        }
        guard let sentence else {
            return APIFailure(.notSallyport, "What answers at \(base) with status \(status) is no Sallyport.")
        }
        return APIFailure(.refused, sentence.printable)
    }
}
