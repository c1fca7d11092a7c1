public import SallyportEcosystem
import SallyportModel

/// What every ecosystem must hold to, whatever its protocol. Each check gives a list of violations, a sentence each,
/// so that a test fails with all that is wrong:
///
///     #expect(EcosystemConformance.violations(of: NPMEcosystem(), samples: samples) == [])
public enum EcosystemConformance {
    /// All checks on all samples.
    public static func violations(of ecosystem: any PackageEcosystem, samples: [EcosystemSample]) -> [String] {
        var found: [String] = []
        if samples.isEmpty { found.append("There is no sample: nothing was checked.") }
        found += RouteConformance.unknownPaths(ecosystem)
        found += WordingConformance.violations(ecosystem)
        for sample in samples {
            found += RouteConformance.names(ecosystem, sample)
            found += RouteConformance.writes(ecosystem, sample)
            found += IndexConformance.violations(ecosystem, sample)
        }
        return found
    }
}
