import FoundationEssentials
import HummingbirdCore
import SallyportEcosystem
import SallyportGate

/// JSON of the API: sorted keys, so that the same answer is the same bytes.
enum APIJSON {
    static func encode(_ value: any Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from request: Request) async throws -> Value {
        let bytes: [UInt8]
        do {
            bytes = try await RequestBodyReader.read(request, bytesMax: APIRoutes.bodyBytesMax)
        } catch {
            throw GateFailure(.badRequest(error.sentence))
        }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw GateFailure(.badRequest("The body is not what is expected here: \(Self.explain(error))"))
        }
    }

    private static func explain(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .keyNotFound(let key, _): return "`\(key.stringValue)` is missing."
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? context.debugDescription : "`\(path)`: \(context.debugDescription)"
        @unknown default: return "\(error)"
        }
    }
}
