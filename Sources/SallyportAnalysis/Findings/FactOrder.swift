import SallyportModel

/// The one order in which facts stand in reports: weightiest reach first, then by code, place and detail.
enum FactOrder {
    static func precedes(_ left: Fact, _ right: Fact) -> Bool {
        if left.reach != right.reach { return left.reach > right.reach }
        if left.code != right.code { return left.code < right.code }
        let leftPath = left.place?.path ?? ""
        let rightPath = right.place?.path ?? ""
        if leftPath != rightPath { return leftPath < rightPath }
        let leftLine = left.place?.line ?? 0
        let rightLine = right.place?.line ?? 0
        if leftLine != rightLine { return leftLine < rightLine }
        return left.detail < right.detail
    }
}
