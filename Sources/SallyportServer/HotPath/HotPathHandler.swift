import NIOCore
import NIOHTTP1
import SallyportGate
import SallyportModel

/// Answers on the event loop what the hot cache holds, and passes everything else on.
///
/// It stands behind NIO's pipelining handler, which lets one request in at a time, so an answer from here can't
/// overtake one from behind. It also owns what the HTTP types behind it can't carry: the reason phrase.
final class HotPathHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case idle
        /// The request is answered from here when its end arrives.
        case matched(HTTPRequestHead, HotEntry)
        /// The request is complete and is answered as soon as the client has taken enough of the answers before it.
        case waiting(HTTPRequestHead)
        /// The answer waits for its delivery to be durable.
        case answering
        /// The request belongs to what stands behind, and its body is still coming.
        case passing
        /// All of it was passed on; its answer is made behind.
        case passed
    }

    private let services: HotPathServices
    private var state = State.idle
    private var isQuiescing = false
    private var peer = ""

    init(_ services: HotPathServices) {
        self.services = services
    }

    func handlerAdded(context: ChannelHandlerContext) {
        peer = context.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), state) {
        case (.head(let head), _):
            if let entry = services.entry(for: head) {
                state = .matched(head, entry)
            } else {
                state = .passing
                context.fireChannelRead(data)
            }
        case (.end, .matched(let head, let entry)):
            answerOnceWritable(head, entry, context)
        case (_, .matched), (_, .waiting), (_, .answering):
            break
        case (.end, .passing):
            state = .passed
            context.fireChannelRead(data)
        case (_, .passing), (_, .passed), (_, .idle):
            context.fireChannelRead(data)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            if let phrase = ReasonPhrase.take(from: &head.headers) {
                head.status = .custom(code: head.status.code, reasonPhrase: phrase)
            }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            switch state {
            case .passing, .passed: state = .idle
            case .idle, .matched, .waiting, .answering: break
            }
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch (event, state) {
        case (is ChannelShouldQuiesceEvent, .answering), (is ChannelShouldQuiesceEvent, .waiting):
            // What stands behind closes an idle connection when the server stops; the answer must be out first.
            isQuiescing = true
        case (is IdleStateHandler.IdleStateEvent, .idle), (is IdleStateHandler.IdleStateEvent, .matched),
            (is IdleStateHandler.IdleStateEvent, .passing):
            // Silent between two requests, or in the middle of one.
            context.close(promise: nil)
        case (is IdleStateHandler.IdleStateEvent, .answering), (is IdleStateHandler.IdleStateEvent, .passed),
            (is IdleStateHandler.IdleStateEvent, .waiting):
            // The client waits for us. One that does not take its answer is the kernel's to notice (`unreadTimeout`).
            break
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if case .waiting(let head) = state, context.channel.isWritable { resume(head, context) }
        context.fireChannelWritabilityChanged()
    }

    /// Answers that the client does not take would pile up here, each with its memory or its descriptor: the pipelining
    /// handler lets the next request in when an answer is written, not when it is sent.
    private func answerOnceWritable(_ head: HTTPRequestHead, _ entry: HotEntry, _ context: ChannelHandlerContext) {
        guard context.channel.isWritable else {
            state = .waiting(head)
            return
        }
        state = .answering
        answer(head, entry, context)
    }

    /// Answers what had to wait, unless its entry was taken back meanwhile: then it is for what stands behind.
    private func resume(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        if let entry = services.entry(for: head) {
            state = .answering
            answer(head, entry, context)
        } else {
            state = .passed
            context.fireChannelRead(wrapInboundOut(.head(head)))
            context.fireChannelRead(wrapInboundOut(.end(nil)))
            context.fireChannelReadComplete()
        }
    }

    private func answer(_ head: HTTPRequestHead, _ entry: HotEntry, _ context: ChannelHandlerContext) {
        guard !EntityTag.matches(head.headers.first(name: "if-none-match"), entry.etag), head.method != .HEAD,
            let clearance = entry.clearance
        else {
            write(head, entry, context)
            return
        }
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        services.recorder.record(
            clearance,
            recipient: peer,
            client: head.headers.first(name: "user-agent") ?? ""
        ) { result in
            eventLoop.execute {
                let (handler, context) = bound.value
                switch result {
                case .success: handler.write(head, entry, context)
                case .failure: handler.writeUnavailable(head, context)
                }
            }
        }
    }

    private func write(_ request: HTTPRequestHead, _ entry: HotEntry, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        var response = HTTPResponseHead(version: request.version, status: .ok, headers: entry.headers)
        addOwnFields(to: &response)
        if EntityTag.matches(request.headers.first(name: "if-none-match"), entry.etag) {
            response.status = .notModified
            response.headers.remove(name: "content-length")
            end(response, nil, context)
        } else if request.method == .HEAD {
            end(response, nil, context)
        } else {
            writeContent(response, entry.content, request, context)
        }
    }

    private func writeContent(
        _ response: HTTPResponseHead,
        _ content: HotEntry.Content,
        _ request: HTTPRequestHead,
        _ context: ChannelHandlerContext
    ) {
        switch content {
        case .memory(let buffer):
            end(response, .byteBuffer(buffer), context)
        case .file(let file):
            guard let region = try? file.region(0..<file.size) else {
                writeUnavailable(request, context)
                return
            }
            let written = context.eventLoop.makePromise(of: Void.self)
            written.futureResult.whenComplete { _ in
                try? region.fileHandle.close()
                withExtendedLifetime(file) {}
            }
            end(response, .fileRegion(region), context, written)
        }
    }

    private func writeUnavailable(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        var head = HTTPResponseHead(
            version: request.version,
            status: .custom(code: 503, reasonPhrase: "The delivery could not be recorded")
        )
        head.headers.add(name: "content-length", value: "0")
        head.headers.add(name: "retry-after", value: "5")
        addOwnFields(to: &head)
        end(head, nil, context)
    }

    private func addOwnFields(to head: inout HTTPResponseHead) {
        head.headers.add(name: "date", value: services.date.text)
        head.headers.add(name: "x-request-id", value: services.requestIDs.next())
    }

    private func end(
        _ head: HTTPResponseHead,
        _ body: IOData?,
        _ context: ChannelHandlerContext,
        _ bodyWritten: EventLoopPromise<Void>? = nil
    ) {
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body { context.write(wrapOutboundOut(.body(body)), promise: bodyWritten) }
        state = .idle
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        if isQuiescing { context.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    }
}
