/// Where a file's own format says that it ends: what stands behind is seen by no viewer.
public enum ContentEnd {
    /// Chunks, blocks and segments of one file that are walked: 65,536.
    public static let partsMax = 65_536

    /// The offset behind the last byte of the format.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - type: what it is.
    /// - Returns: the offset; `nil` for formats that are not walked, and for files that break off or have too many parts.
    public static func offset(in bytes: Span<UInt8>, as type: ContentType) -> Int? {
        switch type {
        case .image(.png): png(bytes)
        case .image(.jpeg): jpeg(bytes)
        case .image(.gif): gif(bytes)
        case .image(.webp), .media: riff(bytes)
        case .font: font(bytes)
        default: nil
        }
    }

    private static func big(_ bytes: Span<UInt8>, _ offset: Int, _ size: Int) -> Int? {
        try? NativeBytes.number(bytes, offset, size, isBig: true)
    }

    /// Chunks up to `IEND`.
    private static func png(_ bytes: Span<UInt8>) -> Int? {
        var offset = 8
        for _ in 0..<partsMax {
            guard let length = big(bytes, offset, 4), length <= bytes.count - offset - 12 else { return nil }
            let isEnd = ContentType.starts(bytes, Array("IEND".utf8), at: offset + 4)
            offset += 12 + length
            if isEnd { return offset }
        }
        return nil
    }

    /// Segments, and between them the coded picture, up to the end marker. Cameras put further pictures behind the first.
    private static func jpeg(_ bytes: Span<UInt8>) -> Int? {
        var offset = 2
        for _ in 0..<partsMax {
            guard offset + 1 < bytes.count else { return nil }
            guard bytes[offset] == 0xFF else { return nil }
            switch bytes[offset + 1] {
            case 0xFF: offset += 1
            case 0xD9:
                offset += 2
                guard ContentType.starts(bytes, [0xFF, 0xD8, 0xFF], at: offset) else { return offset }
                offset += 2
            case 0x01, 0xD0...0xD7: offset += 2
            case let marker:
                guard let length = big(bytes, offset + 2, 2), length >= 2 else { return nil }
                offset += 2 + length
                if marker == 0xDA { offset = behindScan(bytes, from: offset) }
            }
        }
        return nil
    }

    /// The next marker that is no part of a coded picture.
    private static func behindScan(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == 0xFF, bytes[offset + 1] != 0, !(0xD0...0xD7).contains(bytes[offset + 1]) {
                return offset
            }
            offset += 1
        }
        return bytes.count
    }

    private static func gif(_ bytes: Span<UInt8>) -> Int? {
        guard bytes.count > 13 else { return nil }
        var offset = 13 + colours(bytes[10])
        for _ in 0..<partsMax {
            guard offset < bytes.count else { return nil }
            switch bytes[offset] {
            case 0x3B: return offset + 1
            case 0x21: offset += 2
            case 0x2C:
                guard offset + 9 < bytes.count else { return nil }
                offset += 11 + colours(bytes[offset + 9])
            default: return nil
            }
            while offset < bytes.count, bytes[offset] != 0 { offset += 1 + Int(bytes[offset]) }
            offset += 1
        }
        return nil
    }

    /// Bytes of a table of colours, where the flags say that there is one.
    private static func colours(_ flags: UInt8) -> Int { flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1) }

    private static func riff(_ bytes: Span<UInt8>) -> Int? {
        guard ContentType.starts(bytes, Array("RIFF".utf8)), let size = try? NativeBytes.number(bytes, 4, 4) else {
            return nil
        }
        let end = 8 + size + size % 2
        return end <= bytes.count ? end : nil
    }

    private static func font(_ bytes: Span<UInt8>) -> Int? {
        let isPacked =
            ContentType.starts(bytes, Array("wOFF".utf8)) || ContentType.starts(bytes, Array("wOF2".utf8))
        if isPacked {
            guard let size = big(bytes, 8, 4), size <= bytes.count else { return nil }
            return size
        }
        guard !ContentType.starts(bytes, Array("ttcf".utf8)), let tables = big(bytes, 4, 2), tables > 0 else {
            return nil
        }
        var end = 12 + tables * 16
        for index in 0..<tables {
            let entry = 12 + index * 16
            guard let offset = big(bytes, entry + 8, 4), let size = big(bytes, entry + 12, 4) else { return nil }
            guard offset + size <= bytes.count else { return nil }
            end = max(end, offset + (size + 3) / 4 * 4)
        }
        return min(end, bytes.count)
    }
}
