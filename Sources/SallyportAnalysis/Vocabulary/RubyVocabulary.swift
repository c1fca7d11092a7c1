/// The words of Ruby and of the libraries that matter.
enum RubyVocabulary {
    /// Made once; a constant.
    static let vocabulary: Vocabulary = {
        var words = VocabularyBuilder()
        grammar(&words)
        globals(&words)
        modules(&words)
        members(&words)
        RubyTopics.add(to: &words)
        return words.build(for: .ruby)
    }()

    private static func grammar(_ words: inout VocabularyBuilder) {
        words.keywords(.function, "def")
        words.keywords(.returnWord, "return next break yield")
        words.keywords(.classWord, "class module")
        words.keywords(
            .control,
            "if unless while until case when elsif else then begin ensure rescue end do and or in for alias undef"
        )
        words.keywords(.prefix, "not defined? super")
        words.keywords(.dispatch, "send public_send __send__ method public_method const_get instance_method")
    }

    private static func globals(_ words: inout VocabularyBuilder) {
        words.globals(.evaluate, "eval instance_eval class_eval module_eval instance_exec class_exec module_exec")
        words.globals(.require, "require require_relative load autoload")
        words.globals(.spawn, "system exec spawn ` syscall sh")
        words.globals(.open, "open")
        // What `open` is when an address is given to it.
        words.globals(.connect, "open_uri")
        words.globals(.environment, "ENV")
        words.globals(.globalObject, "Kernel Object")
        words.globals(.networkModule, "Net URI OpenURI Resolv Socket TCPSocket UDPSocket TCPServer SSLSocket OpenSSL")
        words.globals(
            .networkLibrary,
            "HTTParty Faraday RestClient Excon Typhoeus HTTPX HTTPClient Mechanize Curb Curl"
        )
        words.globals([.processModule], "Open3 PTY Process")
        words.globals([.processModule, .fileModule], "IO")
        words.globals(.fileModule, "File FileUtils Dir Pathname Tempfile")
        words.globals(.decodingModule, "Base64 Zlib Marshal")
        words.globals(.nativeModule, "Fiddle FFI DL")
        words.globals(.evaluationModule, "RubyVM")
        words.globals(.ownFolder, "__dir__ __FILE__")
    }

    private static func modules(_ words: inout VocabularyBuilder) {
        words.modules(.processModule, "open3 pty shell")
        words.modules(.networkModule, "net/http net/https open-uri socket resolv net/ftp net/smtp net/telnet net/ssh")
        words.modules(.networkLibrary, "httparty faraday rest-client excon typhoeus httpx httpclient mechanize curb")
        words.modules(.nativeModule, "fiddle ffi")
        words.modules(.serialise, "json")
    }

    private static func members(_ words: inout VocabularyBuilder) {
        words.members(.spawns, "popen popen2 popen2e popen3 capture2 capture2e capture3 spawn exec pipeline pipeline_r")
        words.members(.spawns, "fork daemon")
        words.members(.requests, "get get_response get_print post post_form put patch start new open tcp udp request")
        words.members(.requests, "getaddress getaddresses each_address getresource getresources getaddrinfo connect")
        words.members(.reads, "read binread readlines foreach readline each_line")
        words.members(.writes, "write binwrite copy_stream cp mv copy move install cp_r symlink ln_s")
        words.members(.opens, "open new")
        words.members(.decodes, "decode64 strict_decode64 urlsafe_decode64 inflate gunzip load")
        words.members(.serialises, "to_json dump inspect encode_www_form generate")
        words.members(.sends, "send_request request post put write puts print << send syswrite write_nonblock sendmsg")
        words.members(.sends, "set_form_data set_form")
        words.members(.hands, "call to_proc curry yield")
        words.members(.decodesItself, "unpack unpack1 tr")
        words.members(.gathers, "push append << concat store unshift add write")
        words.members(.encodesText, "hexdigest unpack1 pack urlsafe_encode64")
        words.members(.makesFile, "create")
        words.members(.loadsNative, "dlopen ffi_lib Function")
        words.members(.compiles, "eval instance_eval class_eval module_eval")
        words.members(.wholes, "to_h to_a to_hash map each each_pair collect inspect entries dup clone")
        words.members(.wholes, "select reject filter keys values to_json sort sort_by")
        words.members(.enumerates, "to_h to_a to_json inspect dump generate encode_www_form")
        words.members(.gets, "fetch dig values_at delete key?")
        words.members(.evaluates, "compile new result compile_file load_from_binary")
    }
}
