/// Words of Ruby that say what code is about.
enum RubyTopics {
    static func add(to words: inout VocabularyBuilder) {
        modules(&words)
        roles(&words)
    }

    private static func modules(_ words: inout VocabularyBuilder) {
        words.modules(.dns, "resolv dnsruby net/dns async/dns")
        words.modules(.wallet, "eth ethereum bitcoin bip_mnemonic money-tree web3 solana")
        words.modules(.clipboard, "clipboard")
        words.modules(.systemInformation, "sys/proctable sys/uname vmstat macaddr")
        words.modules(.persistence, "win32/registry win32/service win32/taskscheduler whenever")
        words.modules(.browserStore, "sqlite3_chrome_cookies")
    }

    private static func roles(_ words: inout VocabularyBuilder) {
        words.globals(.hostModule, "Etc RbConfig")
        words.members(.identifies, "gethostname getlogin getpwuid getpwnam mac_address ip_address_list uname")
        words.members(.locatesHome, "home expand_path")
        words.members(.lists, "glob children entries each_child find")
        words.members(.removes, "rm rm_f rm_r rm_rf remove_entry remove_entry_secure remove_dir rmtree unlink rmdir")
        words.members(.encodes, "to_json inspect dump encode64 strict_encode64 urlsafe_encode64 pack to_s join deflate")
        words.members(.encodes, "encode_www_form encode_www_form_component generate gzip merge map to_h to_a unpack1")
        words.members(
            .encodes,
            "hexdigest gsub tr reverse each_slice scan slice each_char bytes compress strip chomp upcase downcase"
        )
        words.members(
            .carriesRequest,
            "cookies headers raw_post user_agent HTTP_COOKIE HTTP_USER_AGENT QUERY_STRING HTTP_AUTHORIZATION"
        )
        words.members(.mayCarryRequest, "params body env query_string get_header fetch_header")
        words.members(.isRequest, "request req")
        words.members(.isKey, "secret_key_base private_key privkey mnemonic seed_phrase wallet_seed recovery_phrase")
        words.members(.mayBeKey, "secret_key passphrase seed")
        words.members(.isAboutWallet, "Eth Bitcoin MoneyTree Wallet wallet Solana web3")
    }
}
