/// The words of Python and of the modules that matter.
enum PythonVocabulary {
    /// Made once; a constant.
    static let vocabulary: Vocabulary = {
        var words = VocabularyBuilder()
        grammar(&words)
        globals(&words)
        modules(&words)
        members(&words)
        PythonTopics.add(to: &words)
        return words.build(for: .python)
    }()

    private static func grammar(_ words: inout VocabularyBuilder) {
        words.keywords(.function, "def")
        words.keywords(.importWord, "import")
        words.keywords(.from, "from")
        words.keywords(.returnWord, "return yield")
        words.keywords(.classWord, "class")
        words.keywords(.asWord, "as")
        words.keywords(.control, "if while elif else try except finally raise assert pass break continue del global")
        words.keywords(.prefix, "await async and or not is nonlocal")
        words.keywords(.inWord, "in")
        words.keywords(.forWord, "for")
        words.keywords(.withWord, "with")
        words.keywords(.lambda, "lambda")
    }

    private static func globals(_ words: inout VocabularyBuilder) {
        words.globals(.evaluate, "eval exec execfile")
        words.globals(.require, "__import__")
        words.globals(.open, "open")
        words.globals(.globalObject, "__builtins__")
        words.globals(.attribute, "getattr")
        words.globals(.serialise, "repr")
        words.globals(.decode, "chr unichr")
        words.globals([.decode, .decodingModule], "bytes bytearray")
        words.globals(.ownFolder, "__file__ __path__")
    }

    private static func modules(_ words: inout VocabularyBuilder) {
        words.modules(.processModule, "subprocess pty commands pexpect plumbum sh invoke")
        words.modules(.systemModule, "os posix nt")
        words.modules(.networkModule, "urllib urllib2 urllib3 http httplib socket ftplib smtplib telnetlib ssl xmlrpc")
        words.modules(
            .networkModule,
            "xmlrpclib asyncio aiohttp httpx websocket websockets paramiko dns pycurl imaplib"
        )
        words.modules(.networkLibrary, "requests httplib2 treq grequests cloudscraper wget")
        words.modules(.fileModule, "shutil io codecs pathlib glob")
        words.modules(.decodingModule, "base64 binascii zlib codecs lzma bz2 gzip marshal bytes")
        words.modules(.notable, "pickle cPickle _pickle dill cloudpickle jsonpickle")
        words.modules(.nativeModule, "ctypes cffi")
        words.modules(.importModule, "importlib runpy imp")
        words.modules(.globalObject, "builtins __builtin__")
        words.modules(.serialise, "pprint")
    }

    private static func members(_ words: inout VocabularyBuilder) {
        words.members(.spawns, "Popen run call check_call check_output getoutput getstatusoutput spawn")
        words.members(.spawns, "create_subprocess_exec create_subprocess_shell")
        words.members(
            .systemSpawns,
            "system popen popen2 popen3 popen4 execl execle execlp execlpe execv execve execvp"
        )
        words.members(.systemSpawns, "execvpe spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe")
        words.members(.systemSpawns, "posix_spawn posix_spawnp startfile")
        words.members(.requests, "urlopen urlretrieve URLopener build_opener Request HTTPConnection HTTPSConnection")
        words.members(.requests, "socket create_connection open_connection getaddrinfo gethostbyname gethostbyname_ex")
        words.members(
            .requests,
            "FTP FTP_TLS SMTP SMTP_SSL Telnet ServerProxy ClientSession AsyncClient Client get post"
        )
        words.members(.requests, "put patch delete head stream PoolManager ProxyManager create_connection SSHClient")
        words.members(.requests, "Transport WebSocketApp WebSocket connect resolver Curl IMAP4_SSL")
        words.members(.reads, "read_text read_bytes readlines")
        words.members(.writes, "copy copyfile copy2 move symlink copytree")
        words.members(.writesItself, "write_text write_bytes")
        words.members(.opens, "open fdopen")
        words.members(
            .decodes,
            "b64decode b32decode b16decode b85decode a85decode urlsafe_b64decode standard_b64decode"
        )
        words.members(.decodes, "decodebytes decodestring unhexlify a2b_base64 a2b_hex decompress loads load fromhex")
        words.members(.decodesItself, "decrypt decompress")
        words.members(.compiles, "FunctionType LambdaType")
        words.members(.hands, "items __dict__ values __call__")
        words.members(.gathers, "append extend insert add appendleft update write")
        words.members(.encodesText, "b32encode hexlify b16encode hex urlsafe_b64encode")
        words.members(.getsMemory, "PROT_EXEC VirtualAlloc mprotect VirtualProtect")
        words.members(.runsMemory, "CFUNCTYPE CreateThread WINFUNCTYPE RtlMoveMemory")
        words.globals([], "PROT_EXEC CFUNCTYPE")
        words.members(.makesFile, "mkstemp NamedTemporaryFile mktemp TemporaryFile")
        words.members(.environment, "environ environb")
        words.members(.readsVariable, "getenv getenvb")
        words.members(.serialises, "dumps urlencode pformat")
        words.members(.sends, "send sendall sendto request sendmail send_message storbinary post put endheaders")
        words.members(.loadsNative, "CDLL WinDLL OleDLL PyDLL cdll windll LoadLibrary dlopen pythonapi oledll")
        words.members(
            .requires,
            "import_module run_module run_path load_source load_module spec_from_file_location SourceFileLoader"
        )
        words.members(.wholes, "copy items keys values __str__ __repr__")
        words.members(.enumerates, "dict str list sorted repr dumps urlencode pformat items values copy deepcopy")
        words.members(.gets, "get pop setdefault")
        words.members(.pipes, "dup2")
        words.members(.evaluates, "InteractiveInterpreter InteractiveConsole")
    }
}
