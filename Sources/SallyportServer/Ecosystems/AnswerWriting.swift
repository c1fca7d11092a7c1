import HTTPTypes
import HummingbirdCore
import NIOCore
import SallyportEcosystem

extension Response {
    /// An ecosystem's answer as it goes out.
    init(_ answer: Answer) {
        var headers = HTTPFields(answer.headers)
        headers[.contentLength] = String(answer.body.count)
        if let phrase = answer.reasonPhrase { ReasonPhrase.put(phrase, into: &headers) }
        self.init(
            status: .init(code: answer.status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body))
        )
    }
}

extension HTTPFields {
    /// Fields whose names are no HTTP tokens are left out: no ecosystem writes such.
    init(_ headers: [Header]) {
        self.init()
        for header in headers {
            guard let name = HTTPField.Name(header.name) else { continue }
            append(HTTPField(name: name, value: header.value))
        }
    }
}
