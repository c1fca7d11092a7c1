import SallyportModel

/// The modules that Python code imports, against the names of projects, which often are others.
struct PythonModules {
    /// Whole dotted names with `_` for the dots, in lower case.
    private var names: Set<String> = []

    init(of shelf: Shelf) {
        for file in shelf.files {
            for findings in file.findings.values {
                for reference in findings.references where reference.kind == .module && !reference.name.hasPrefix(".") {
                    var name = ""
                    // `google.cloud.storage` is `google`, `google_cloud`, `google_cloud_storage`.
                    for part in reference.name.lowercased().split(separator: ".").prefix(Self.partsMax) {
                        name += name.isEmpty ? String(part) : "_\(part)"
                        names.insert(name)
                    }
                }
            }
        }
    }

    /// Parts of a dotted name that can be those of a project's.
    static let partsMax = 4

    /// Whether any module may be the project's.
    func loads(_ project: String) -> Bool {
        let normal = PackageURL.pypiNormal(project).replacing("-", with: "_")
        if let known = Self.known[normal] { return known.contains { names.contains($0) } }
        return variants(of: normal).contains { names.contains($0) }
    }

    /// The name as it is, without what says only that it is Python's, and its parts.
    private func variants(of normal: String) -> [String] {
        var variants = [normal, normal.replacing("_", with: "")]
        for prefix in ["python_", "py_", "py", "django_", "flask_", "pytest_"] where normal.hasPrefix(prefix) {
            variants.append(String(normal.dropFirst(prefix.count)))
        }
        for suffix in ["_python", "_py", "_sdk", "_client", "_lib"] where normal.hasSuffix(suffix) {
            variants.append(String(normal.dropLast(suffix.count)))
        }
        let parts = normal.split(separator: "_")
        if parts.count > 1 {
            variants += [parts.first, parts.last].compactMap { $0 }.filter { $0.count >= 4 }.map(String.init)
        }
        return variants.filter { !$0.isEmpty }
    }

    /// Projects whose modules are called something else.
    private static let known: [String: [String]] = [
        "antlr4_python3_runtime": ["antlr4"], "attrs": ["attr", "attrs"], "beautifulsoup4": ["bs4"],
        "faiss_cpu": ["faiss"], "ffmpeg_python": ["ffmpeg"], "gitpython": ["git"],
        "google_api_python_client": ["googleapiclient", "apiclient"], "grpcio": ["grpc"], "mysqlclient": ["mysqldb"],
        "opencv_contrib_python": ["cv2"], "opencv_python": ["cv2"], "opencv_python_headless": ["cv2"],
        "pillow": ["pil"], "protobuf": ["google_protobuf"], "pycryptodome": ["crypto"], "pydispatcher": ["pydispatch"],
        "pypydispatcher": ["pydispatch"], "pycryptodomex": ["cryptodome"],
        "pygithub": ["github"], "pyjwt": ["jwt"], "pynacl": ["nacl"], "pyopenssl": ["openssl"], "pyserial": ["serial"],
        "pysocks": ["socks"], "python_dateutil": ["dateutil"], "python_docx": ["docx"], "python_pptx": ["pptx"],
        "pywin32": ["win32api", "win32con", "win32com", "pythoncom", "pywintypes"], "pyyaml": ["yaml"],
        "pyzmq": ["zmq"], "scikit_image": ["skimage"], "scikit_learn": ["sklearn"],
        "setuptools": ["setuptools", "pkg_resources"],
        "tensorflow_cpu": ["tensorflow"], "umap_learn": ["umap"], "websocket_client": ["websocket"],
    ]
}
