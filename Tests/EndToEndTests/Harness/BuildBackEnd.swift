/// A build back end of a few lines in place of setuptools, which is what pip and uv ask for when an sdist names none.
///
/// It runs `setup.py`, as that does, and makes a wheel without modules.
enum BuildBackEnd {
    /// Publishes it, with the `wheel` that older versions of pip ask for as well.
    static func publish(in workplace: Workplace) async throws {
        try await workplace.publish("wheel", "setuptools", "99.0", ageDays: 400, files: files)
        try await workplace.publish("wheel", "wheel", "99.0", ageDays: 400)
    }

    private static let files = [
        "setuptools/__init__.py": """
        given = {}
        def setup(**words): given.update(words)

        """,
        "setuptools/build_meta.py": #"""
        import os, sys, zipfile, setuptools

        def get_requires_for_build_wheel(settings=None): return []

        def build_wheel(folder, settings=None, metadata=None):
            exec(compile(open("setup.py").read(), "setup.py", "exec"), {"__name__": "__main__"})
            name, version = setuptools.given["name"], setuptools.given["version"]
            info, wheel = f"{name}-{version}.dist-info", f"{name}-{version}-py3-none-any.whl"
            with zipfile.ZipFile(os.path.join(folder, wheel), "w") as archive:
                archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
                archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
                archive.writestr(f"{info}/RECORD", f"{info}/METADATA,,\n{info}/WHEEL,,\n{info}/RECORD,,\n")
            return wheel

        __legacy__ = sys.modules[__name__]
        """#,
    ]
}
