import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import SallyportGate

/// Everything that belongs to one configured upstream: its guard, connections, queues and retries.
final class UpstreamSession: Sendable {
    let configuration: UpstreamConfiguration
    let limits: UpstreamLimits
    let pacing: Pacing
    private let targets: TargetGuard
    private let addresses: HostAddresses
    private let clients: PinnedClients
    private let queues: [PinnedClients.Purpose: FairQueue]
    private let outage: Outage
    private let instance: String
    private let logger: Logger

    init(_ configuration: UpstreamConfiguration, limits: UpstreamLimits, surroundings: UpstreamSurroundings) throws {
        self.configuration = configuration
        self.limits = limits
        pacing = surroundings.pacing
        targets = TargetGuard(upstream: configuration.url.origin)
        addresses = HostAddresses(resolver: surroundings.resolver, limits: limits, now: surroundings.pacing.now)
        let tls = try TrustRoots.configuration(for: configuration)
        clients = PinnedClients(group: surroundings.group, tls: tls, limits: limits)
        queues = [
            .answer: FairQueue(width: limits.answersInFlightMax, waitersMax: limits.waitersMax),
            .artifact: FairQueue(width: limits.artifactsInFlightMax, waitersMax: limits.waitersMax),
        ]
        outage = Outage(seconds: limits.outageSeconds, now: surroundings.pacing.now)
        instance = surroundings.instance
        logger = surroundings.logger
    }

    func shutdown() async { await clients.shutdown() }

    /// Runs attempts in turn until one succeeds, none is left, or time is up.
    func withAttempts<Result>(
        _ purpose: PinnedClients.Purpose,
        isRepeatable: Bool,
        _ attempt: (NIODeadline) async throws -> Result
    ) async throws(UpstreamError) -> Result {
        guard let queue = queues[purpose] else { throw UpstreamError(.unreachable, "no queue for the request") }
        do {
            return try await queue.withPlace {
                try await self.repeatedly(purpose, isRepeatable: isRepeatable, attempt)
            }
        } catch let failure as AttemptFailure {
            throw failure.error
        } catch is FairQueue.Full {
            throw UpstreamError(.unreachable, "too many requests wait for \(configuration.url.origin)")
        } catch {
            throw UpstreamError(.unreachable, "the request to \(configuration.url.origin) was given up")
        }
    }

    private func repeatedly<Result>(
        _ purpose: PinnedClients.Purpose,
        isRepeatable: Bool,
        _ attempt: (NIODeadline) async throws -> Result
    ) async throws -> Result {
        let deadline = NIODeadline.now() + (purpose == .answer ? limits.answerTimeout : limits.artifactTimeout)
        let policy = RetryPolicy(limits)
        var number = 1
        while true {
            do {
                return try await attempt(deadline)
            } catch let failure as AttemptFailure {
                // Who asked went away: what failed says nothing about the upstream, and nothing more is asked of it.
                if Task.isCancelled { throw failure }
                guard isRepeatable, NIODeadline.now() < deadline,
                    let wait = policy.wait(after: number, failure: failure, random: pacing.random())
                else {
                    if failure.isOutage { outage.begin() }
                    throw failure
                }
                logger.debug(
                    "upstream request failed, trying again",
                    metadata: ["attempt": "\(number)", "wait": "\(wait)", "error": "\(failure.error)"]
                )
                try await pacing.sleep(wait)
                number += 1
            }
        }
    }
}

extension UpstreamSession {
    /// One request: what is asked, without the place.
    struct Question {
        var method = HTTPMethod.GET
        var headers: [(name: String, value: String)] = []
        var body: [UInt8]?
        /// Whether an upstream that does not answer this is taken for one that answers nothing: an index is asked for
        /// all the time, while a relayed request may be slow for a reason of its own.
        var isProbe = false
        /// Whether a redirect may be followed; a body is sent to one place only.
        var followsRedirects: Bool { body == nil && (method == .GET || method == .HEAD) }
    }

    /// Asks, follows redirects under guard, and hands the final answer to `consume`, whose errors must be
    /// ``AttemptFailure``.
    func ask<Result>(
        _ question: Question,
        at start: WebURL,
        purpose: PinnedClients.Purpose,
        deadline: NIODeadline,
        consume: (HTTPClientResponse, WebURL) async throws -> Result
    ) async throws -> Result {
        var url = start
        var carriesCredentials = true
        for _ in 0...limits.redirectsMax {
            // Once outside of the configured origin, credentials do not come back: a stranger would choose the path.
            carriesCredentials = carriesCredentials && url.origin == configuration.url.origin
            let step = try await hop(
                request(question, to: url, carriesCredentials: carriesCredentials),
                isProbe: question.isProbe,
                to: url,
                purpose: purpose,
                deadline: deadline,
                consume: consume
            )
            switch step {
            case .done(let result): return result
            case .redirect(let location):
                guard question.followsRedirects else {
                    throw AttemptFailure(.forbiddenTarget, "\(url.withoutQuery) redirects a request with a body")
                }
                url = try follow(location, from: url)
            }
        }
        throw AttemptFailure(
            .forbiddenTarget,
            "\(start.withoutQuery) redirects more than \(limits.redirectsMax) times"
        )
    }

    private enum Step<Result> {
        case done(Result)
        case redirect(String?)
    }

    private func hop<Result>(
        _ request: HTTPClientRequest,
        isProbe: Bool,
        to url: WebURL,
        purpose: PinnedClients.Purpose,
        deadline: NIODeadline,
        consume: (HTTPClientResponse, WebURL) async throws -> Result
    ) async throws -> Step<Result> {
        let isOwnOrigin = targets.isOwnOrigin(url.origin)
        if isOwnOrigin, outage.isOn {
            throw AttemptFailure(.unreachable, "\(url.origin) could not be reached a moment ago")
        }
        let address = try await checkedAddress(for: url)
        let key = PinnedClients.Key(host: url.origin.host, address: address, purpose: purpose)
        do {
            return try await clients.withClient(key) { client in
                let response = try await client.execute(request, deadline: deadline)
                guard [301, 302, 303, 307, 308].contains(response.status.code) else {
                    return .done(try await consume(response, url))
                }
                await Self.drain(response)
                return .redirect(response.headers.first(name: "location"))
            }
        } catch {
            var failure = AttemptFailure(connecting: error, to: url)
            if failure.isConnectFailure {
                addresses.demote(address, of: url.origin.host)
                failure.isOutage = isOwnOrigin
            } else if failure.isSilence, isProbe, isOwnOrigin {
                // Whoever took the connection and kept silent so long will do so again: the time is the client's.
                failure.isOutage = true
                failure.isWorthRetry = false
            }
            throw failure
        }
    }

    private func request(_ question: Question, to url: WebURL, carriesCredentials: Bool) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: url.description)
        request.method = question.method
        for (name, value) in question.headers { request.headers.add(name: name, value: value) }
        request.headers.add(name: "user-agent", value: "sallyport")
        request.headers.add(name: LoopMark.field, value: instance)
        if carriesCredentials, let credentials = configuration.credentials {
            request.headers.add(name: "authorization", value: credentials.authorization)
        }
        if let body = question.body { request.body = .bytes(body) }
        return request
    }

    /// The first address to try, after all of them have passed the guard.
    private func checkedAddress(for url: WebURL) async throws -> IPAddress {
        let origin = url.origin
        let found = try await resolve(origin.host)
        var upstreamAddresses: [IPAddress] = []
        if !targets.isOwnOrigin(origin), found.contains(where: { $0.addressClass != .public }) {
            upstreamAddresses = (try? await resolve(configuration.url.origin.host)) ?? []
        }
        if let kind = targets.forbids(origin, at: found, upstreamAddresses: upstreamAddresses) {
            throw AttemptFailure(
                .forbiddenTarget,
                "\(url.withoutQuery) is at a \(kind.rawValue) address; only the configured upstream may be"
            )
        }
        guard let first = found.first else {
            throw AttemptFailure(.unreachable, "\(origin.host) has no address")
        }
        return first
    }

    private func resolve(_ host: String) async throws -> [IPAddress] {
        do {
            return try await addresses.addresses(of: host)
        } catch {
            let sentence = "\(host) can't be resolved (\(String(describing: error).prefix(200)))"
            throw AttemptFailure(UpstreamError(.unreachable, sentence), isWorthRetry: true)
        }
    }

    private func follow(_ location: String?, from url: WebURL) throws -> WebURL {
        guard let location, let target = url.resolving(location) else {
            throw AttemptFailure(.forbiddenTarget, "\(url.withoutQuery) redirects to no usable http or https URL")
        }
        guard url.origin.scheme == .http || target.origin.scheme == .https else {
            throw AttemptFailure(.forbiddenTarget, "\(url.withoutQuery) redirects from https to http")
        }
        return target
    }

    /// Reads away the small body of a redirect, so that its connection can be used again.
    private static func drain(_ response: HTTPClientResponse) async {
        var left = 64 * 1_024
        do {
            for try await part in response.body {
                left -= part.readableBytes
                if left < 0 { return }
            }
        } catch {
            return
        }
    }
}
