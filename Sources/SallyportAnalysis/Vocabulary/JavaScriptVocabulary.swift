/// The words of JavaScript and of the modules that matter.
enum JavaScriptVocabulary {
    /// Made once; a constant.
    static let vocabulary: Vocabulary = {
        var words = VocabularyBuilder()
        grammar(&words)
        globals(&words)
        modules(&words)
        members(&words)
        JavaScriptTopics.add(to: &words)
        return words.build(for: .javaScript)
    }()

    private static func grammar(_ words: inout VocabularyBuilder) {
        words.keywords(.function, "function")
        words.keywords(.binding, "const let var")
        words.keywords(.importWord, "import")
        words.keywords(.export, "export")
        words.keywords(.from, "from")
        words.keywords(.returnWord, "return")
        words.keywords(.classWord, "class")
        words.keywords(.asWord, "as")
        words.keywords(.control, "if while switch catch else do try finally throw case default break continue")
        words.keywords(.prefix, "await new typeof void delete yield async extends instanceof")
        words.keywords(.inWord, "in of")
        words.keywords(.forWord, "for")
        words.keywords(.withWord, "with")
    }

    private static func globals(_ words: inout VocabularyBuilder) {
        words.globals(.evaluate, "eval Function GeneratorFunction AsyncFunction")
        words.globals(.require, "require __non_webpack_require__ __require")
        words.globals(.processObject, "process")
        words.globals(.connect, "fetch XMLHttpRequest WebSocket EventSource RTCPeerConnection WebTransport")
        words.globals(.networkModule, "navigator")
        words.globals(.decode, "atob unescape")
        words.globals(.decodingModule, "Buffer String")
        words.globals(.globalObject, "globalThis global window self")
        words.globals([.processModule, .fileModule, .networkModule, .processObject], "Bun Deno")
        words.globals(.pageData, "localStorage sessionStorage")
        words.globals(.serialise, "URLSearchParams")
        words.globals(.reflection, "Reflect")
        words.globals(.ownFolder, "__dirname __filename")
    }

    private static func modules(_ words: inout VocabularyBuilder) {
        words.modules(.processModule, "child_process execa cross-spawn shelljs zx node-pty tinyexec nano-spawn")
        words.modules(.networkModule, "http https http2 net dgram dns tls ws undici")
        words.modules(.networkModule, "follow-redirects dns/promises")
        words.modules(.networkLibrary, "axios got node-fetch request superagent needle phin cross-fetch bent ky")
        words.modules(.networkLibrary, "simple-get make-fetch-happen isomorphic-fetch nodemailer socket.io-client")
        words.modules(.networkLibrary, "request-promise request-promise-native centra node-libcurl ftp ssh2")
        words.modules(.fileModule, "fs fs/promises fs-extra graceful-fs")
        words.modules(.evaluationModule, "vm vm2 isolated-vm")
        words.modules(.decodingModule, "zlib buffer crypto")
        words.modules(.nativeModule, "ffi-napi ffi koffi ref-napi node-gyp-build bindings node-bindings")
        words.modules(.importModule, "module worker_threads")
        words.modules(.processObject, "process")
        words.modules(.serialise, "querystring")
    }

    private static func members(_ words: inout VocabularyBuilder) {
        words.members(.spawns, "exec execSync spawn spawnSync execFile execFileSync fork execa execaSync command")
        words.members(.spawns, "commandSync execaCommand execaCommandSync sync Command run $ default")
        words.members(.requests, "get request post put patch delete head connect createConnection createSocket fetch")
        words.members(.requests, "lookup resolve resolve4 resolve6 resolveTxt resolveAny resolveMx resolveCname stream")
        words.members(.requests, "pipeline sendBeacon WebSocket ClientRequest Socket TLSSocket Client Pool default")
        words.members(.reads, "readFile readFileSync readFileTextSync createReadStream readTextFile readJson readJSON")
        words.members(.reads, "readJsonSync readdir readdirSync openAsBlob")
        words.members(.writes, "writeFile writeFileSync appendFile appendFileSync createWriteStream outputFile")
        words.members(.writes, "outputFileSync writeTextFile copyFile copyFileSync cp cpSync symlink symlinkSync")
        words.members(.opens, "open openSync")
        words.members(.evaluates, "runInThisContext runInNewContext runInContext Script compileFunction")
        words.members(.evaluates, "SourceTextModule VM NodeVM")
        words.members(
            .decodes,
            "from inflateSync gunzipSync unzipSync brotliDecompressSync inflateRawSync inflate gunzip"
        )
        words.members(.decodes, "fromCharCode fromCodePoint createDecipher createDecipheriv")
        words.members(.environment, "env")
        words.members(.serialises, "stringify")
        words.members(.sends, "write end send post put sendMail publish emit sendall")
        words.members(.requires, "require getBuiltinModule createRequire _load Worker")
        words.members(.compiles, "_compile")
        words.members(.constructs, "constructor construct")
        words.members(.pipes, "pipe pipeline pipeTo")
        words.members(.binds, "dlopen binding _linkedBinding")
        words.members(.hands, "call apply bind prototype")
        words.members(.gathers, "push unshift set add append fill")
        words.members(.copiesInto, "copy")
        words.members(.makesElement, "createElement writeln insertAdjacentHTML")
        words.members(.keepsPageData, "cookie localStorage sessionStorage")
        words.members(.sendsByAddress, "Image")
        words.members(.encodesText, "toString encode")
        words.members(.givesPrototype, "getPrototypeOf")
        words.members(.wholes, "toObject")
        words.members(.enumerates, "entries values assign fromEntries stringify URLSearchParams encode")
    }
}
