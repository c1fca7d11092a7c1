import ArgumentParser
import SallyportModel

/// A package URL on the command line.
struct PURLArgument: ExpressibleByArgument, Sendable {
    let url: PackageURL

    /// Not used: the transform says what is wrong.
    init?(argument: String) {
        guard let url = try? PackageURL(argument) else { return nil }
        self.url = url
    }

    private init(_ url: PackageURL) {
        self.url = url
    }

    /// Reads a package URL, or throws its sentence.
    @Sendable
    static func read(_ text: String) throws -> PURLArgument {
        do {
            return PURLArgument(try PackageURL(text))
        } catch {
            throw ValidationError(error.description)
        }
    }

    /// The release, which `command` needs.
    func release(for command: String) throws -> Release {
        guard let release = url.release else {
            throw ValidationError(
                "`\(command)` needs a version: write `\(url.package)@VERSION`, such as `pkg:npm/left-pad@1.3.0`."
            )
        }
        return release
    }
}
