import NIOHTTP1
import SallyportGate

/// What the hot path of every connection shares.
struct HotPathServices: Sendable {
    let cache: HotCache
    let recorder: DeliveryRecorder
    let requestIDs: RequestIDs
    let date: DateField

    /// The entry that answers a request, or `nil` for whatever needs a closer look: bodies, ranges, tokens,
    /// conditions other than one entity tag, connections that end.
    func entry(for head: HTTPRequestHead) -> HotEntry? {
        guard head.method == .GET || head.method == .HEAD, head.isKeepAlive, head.version == .http1_1,
            head.uri.utf8.count <= HotCache.keyPartBytesMax
        else { return nil }
        var host = ""
        var accept = ""
        var encoding = ""
        var agent = ""
        for (name, value) in head.headers {
            // A byte and a length tell the few names that matter apart before any string is compared.
            switch name.utf8.count {
            case 4 where name.isEqualCaseInsensitively(to: "host"): host = value
            case 5 where name.isEqualCaseInsensitively(to: "range"): return nil
            case 6 where name.isEqualCaseInsensitively(to: "accept"): accept = value
            case 6 where name.isEqualCaseInsensitively(to: "expect"): return nil
            case 8 where name.isEqualCaseInsensitively(to: "if-match"): return nil
            case 10 where name.isEqualCaseInsensitively(to: "user-agent"): agent = value
            case 13 where name.isEqualCaseInsensitively(to: "authorization"): return nil
            case 14 where name.isEqualCaseInsensitively(to: "content-length"): return nil
            case 15 where name.isEqualCaseInsensitively(to: "accept-encoding"): encoding = value
            case 17 where name.isEqualCaseInsensitively(to: "transfer-encoding"): return nil
            default: break
            }
        }
        return cache.entry(for: HotKey(artifact: head.uri))
            ?? cache.entry(for: HotKey(index: head.uri, host: host, accept: accept, encoding: encoding, agent: agent))
    }
}

extension String {
    fileprivate func isEqualCaseInsensitively(to lowercased: StaticString) -> Bool {
        utf8.elementsEqual(lowercased.description.utf8) { $0 == $1 || $0 | 0x20 == $1 }
    }
}
