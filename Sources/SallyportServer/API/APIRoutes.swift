import HTTPTypes
import SallyportEcosystem
import SallyportGate
import SallyportModel

/// One operation of the API.
struct APIRoute: Sendable {
    let method: HTTPRequest.Method
    let path: String
    /// Whether only holders of a token may use it.
    let needsToken: Bool
    let handle: @Sendable (APIRequest, APIServices) async throws -> APIReply
}

/// What operations work with.
struct APIServices: Sendable {
    let gate: Gate
    let recent: RecentRequests
    let version: String
    let mounts: [String]
    let clock: @Sendable () -> Instant
}

/// What an operation answers.
struct APIReply: Sendable {
    let status: Int
    let body: any Encodable & Sendable

    init(_ body: any Encodable & Sendable, status: Int = 200) {
        self.status = status
        self.body = body
    }
}

/// All operations; `docs/api/openapi.yaml` describes the same ones, and a test holds the two together.
enum APIRoutes {
    /// The largest body of a request, in bytes.
    static let bodyBytesMax = 64 * 1_024

    static let all: [APIRoute] = [
        APIRoute(method: .get, path: "/healthz", needsToken: false) { _, _ in APIReply(["status": "alive"]) },
        APIRoute(method: .get, path: "/readyz", needsToken: false) { _, services in
            try await services.gate.checkRecord()
            return APIReply(["status": "ready"])
        },
        APIRoute(method: .get, path: "/api/v1/status", needsToken: false) { _, services in
            APIReply(
                APIDocuments.Status(
                    version: services.version,
                    ecosystems: services.mounts,
                    freeze: services.gate.freeze
                )
            )
        },
        APIRoute(method: .get, path: "/api/v1/why", needsToken: false, handle: why),
        APIRoute(method: .get, path: "/api/v1/queue", needsToken: true, handle: queue),
        APIRoute(method: .get, path: "/api/v1/decisions", needsToken: true) { _, services in
            APIReply(try await services.gate.decisions())
        },
        APIRoute(method: .post, path: "/api/v1/decisions", needsToken: true, handle: decide),
        APIRoute(method: .get, path: "/api/v1/downloads", needsToken: true) { request, services in
            let found = try await services.gate.downloads(of: try request.purl(), limit: try request.limit())
            return APIReply(found.map { APIDocuments.Delivery($0) })
        },
        APIRoute(method: .get, path: "/api/v1/refusals", needsToken: true) { request, services in
            APIReply(refusals(since: try request.since(), limit: try request.limit(), services))
        },
    ]

    /// Open to everyone: a developer whose install was refused holds no token and is told to ask here.
    private static func why(_ request: APIRequest, _ services: APIServices) async throws -> APIReply {
        let release = try request.release()
        let subjects = [release.description, release.package.description]
        let decisions = try await services.gate.decisions().filter { decision in
            decision.subject.map { subjects.contains($0) } ?? false
        }
        let files = try await services.gate.explain(release)
        return APIReply(APIDocuments.Why(purl: release.description, files: files, decisions: decisions))
    }

    private static func queue(_ request: APIRequest, _ services: APIServices) async throws -> APIReply {
        let waiting = try await services.gate.queue(limit: try request.limit()).map { judgement in
            APIDocuments.Waiting(
                purl: judgement.artifact.release.description,
                filename: judgement.artifact.filename,
                verdict: judgement.verdict,
                judgedAt: judgement.judgedAt
            )
        }
        return APIReply(waiting)
    }

    /// What was asked for and refused, and then what clients were not offered of the packages that they looked at.
    private static func refusals(
        since instant: Instant,
        limit: Int,
        _ services: APIServices
    ) -> [APIDocuments.Refused] {
        let requested = services.recent.refusals(since: instant)
        let known = Set(requested.map(\.release))
        let withheld = services.gate.withheld(of: services.recent.packages(since: instant))
            .filter { !known.contains($0.release) }
        let all =
            requested.map { APIDocuments.Refused($0, isRequested: true) }
            + withheld.map { APIDocuments.Refused($0, isRequested: false) }
        return Array(all.prefix(limit))
    }

    private static func decide(_ request: APIRequest, _ services: APIServices) async throws -> APIReply {
        let wish = try await APIJSON.decode(APIDocuments.DecisionRequest.self, from: request.request)
        var subject: PackageURL?
        if let text = wish.purl {
            do { subject = try PackageURL(text) } catch { throw GateFailure(.badRequest(error.description)) }
        }
        let claimed = wish.claimedBy.map { "/\($0.prefix(64))" } ?? ""
        let draft = DecisionDraft(
            action: wish.action,
            subject: subject,
            actor: (request.caller.name ?? "unknown") + claimed,
            at: services.clock(),
            reason: wish.reason,
            expires: wish.expires,
            asOf: wish.asOf
        )
        return APIReply(try await services.gate.decide(draft), status: 201)
    }
}
