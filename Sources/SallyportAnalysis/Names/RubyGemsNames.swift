/// Names of RubyGems that most projects install, directly or not.
///
/// Written by hand in November 2026 from what well-known frameworks and tools ask for, and from names that attacks
/// imitated. Without order and without figures: a name that is missing is only not recognised.
enum RubyGemsNames {
    static let text = """
        aasm abstract_type actionable actioncable actionmailbox actionmailer actionpack actiontext actionview
        active_link_to active_model_serializers activeadmin activejob activemodel activerecord activerecord-import
        activeresource activestorage activesupport acts-as-taggable-on acts_as_list addressable afm airbrake
        algoliasearch amazing_print annotate ansi appraisal arbre arel ast atlas_client audited autoprefixer-rails
        awesome_print aws-eventstream aws-partitions aws-sdk aws-sdk-core aws-sdk-dynamodb aws-sdk-ec2 aws-sdk-kms
        aws-sdk-s3 aws-sdk-sns aws-sdk-sqs aws-sigv4 axiom-types backports barby base64 bcrypt bcrypt_pbkdf benchmark
        better_errors bigdecimal bindata binding_of_caller blankslate bootsnap bootstrap bootstrap-sass bourbon
        brakeman brotli builder bullet bundler bundler-audit bunny byebug cancancan capistrano capistrano-bundler
        capistrano-rails capybara capybara-screenshot carrierwave celluloid chef chef-config chunky_png ci_reporter
        climate_control cocoapods cocoapods-core cocoon code_analyzer coderay coercible coffee-rails coffee-script
        coffee-script-source colorator colored colored2 colorize commander commonmarker compass concurrent-ruby
        connection_pool cookiejar crack crass css_parser csv cucumber cucumber-core cucumber-expressions curb dalli
        database_cleaner database_cleaner-active_record datadog date ddtrace debug debug_inspector declarative
        default_value_for delayed_job delayed_job_active_record derailed_benchmarks descendants_tracker devise
        devise-two-factor diff-lcs diffy digest digest-crc discard docile docker-api domain_name doorkeeper dotenv
        dotenv-rails dragonfly draper drb dry-configurable dry-container dry-core dry-inflector dry-initializer
        dry-logic dry-monads dry-schema dry-struct dry-types dry-validation elasticsearch elasticsearch-api
        elasticsearch-model elasticsearch-transport em-http-request em-websocket enumerize equalizer erb erubi erubis
        et-orbi ethon eventmachine exception_notification excon execjs exifr facter factory_bot factory_bot_rails
        factory_girl factory_girl_rails faker faraday faraday-cookie_jar faraday-em_http faraday-excon
        faraday-follow_redirects faraday-http-cache faraday-httpclient faraday-multipart faraday-net_http
        faraday-retry faraday_middleware fasterer fastimage fastlane ffi ffi-compiler figaro fileutils flipper fluentd
        fog-aws fog-core fog-google fog-json fog-local fog-xml foreman formatador formtastic friendly_id fugit fuubar
        gem-release geocoder gherkin gitlab globalid google-api-client google-apis-core google-cloud-core
        google-cloud-env google-cloud-errors google-cloud-storage google-protobuf googleapis-common-protos-types
        googleauth grape grape-entity graphiql-rails graphql grpc guard guard-rspec haml haml-rails haml_lint hamlit
        handlebars has_scope hashdiff hashery hashie heapy highline hirb hiredis html-pipeline htmlentities http
        http-accept http-cookie http-form_data http_parser.rb httparty httpclient httpi httpx i18n i18n-js i18n-tasks
        icalendar ice_nine image_processing importmap-rails inflecto inherited_resources io-console io-wait ipaddress
        irb jaro_winkler jbuilder jekyll jekyll-feed jekyll-sass-converter jekyll-seo-tag jekyll-sitemap jekyll-watch
        jmespath jquery-rails jquery-ui-rails jsbundling-rails json json-jwt json-schema json_pure jsonapi-serializer
        jsonpath jwt kaminari kaminari-activerecord kaminari-core kgio knapsack knife kramdown kramdown-parser-gfm
        language_server-protocol launchy letter_opener libv8 liquid listen logger logging lograge logstash-event
        loofah lru_redux lumberjack mail mailgun-ruby marcel maxminddb mechanize memoist memory_profiler metaclass
        method_source mime-types mime-types-data mimemagic mini_exiftool mini_magick mini_mime mini_portile2
        mini_racer minitest minitest-reporters mixlib-shellout mocha molinillo monetize money money-rails mongo
        mongoid monitor msgpack multi_json multi_test multi_xml multipart-post mustache mustermann mustermann-grape
        mutex_m mysql mysql2 nap naturally nenv net-http net-http-digest_auth net-http-persistent net-imap net-ldap
        net-pop net-protocol net-scp net-sftp net-smtp net-ssh net-telnet netrc newrelic_rpm nio4r nokogiri
        nokogiri-happymapper nori notiffy numerizer oauth oauth2 octokit oj omniauth omniauth-facebook omniauth-github
        omniauth-google-oauth2 omniauth-oauth omniauth-oauth2 omniauth-rails_csrf_protection omniauth-saml
        omniauth-twitter open-uri open4 openssl opentelemetry-api opentelemetry-sdk optimist optparse os ostruct ox
        pagy paint paper_trail paperclip parallel parallel_tests paranoia parser parslet passenger pastel pathspec
        pbkdf2 pdf-core pdf-inspector pdf-reader pg pg_query pg_search phonelib plist poltergeist polyglot popper_js
        power_assert powerpack pp prawn prawn-table premailer premailer-rails prettyprint prism progressbar
        prometheus-client pry pry-byebug pry-doc pry-nav pry-rails pry-remote psych public_suffix puma
        puma_worker_killer pundit puppet puppet-lint pusher pygments.rb que racc rack rack-accept rack-attack
        rack-cors rack-mini-profiler rack-protection rack-proxy rack-session rack-ssl rack-test rack-timeout rackup
        rails rails-controller-testing rails-deprecated_sanitizer rails-dom-testing rails-erd rails-html-sanitizer
        rails-i18n rails_12factor rails_admin rails_event_store rails_serve_static_assets rails_stdout_logging
        railties rainbow raindrops rake rake-compiler ransack rb-fsevent rb-inotify rb-readline rbnacl rbs rbtree
        rdiscount rdoc react-rails recaptcha redcarpet redis redis-actionpack redis-activesupport redis-client
        redis-namespace redis-objects redis-rack redis-rails redis-store regexp_parser reline representable
        request_store requests responders resque resque-scheduler rest-client restforce retriable retryable rexml
        rinku roadie roadie-rails roda rollbar roo rotp rouge rpush rqrcode rqrcode_core rspec
        rspec-collection_matchers rspec-core rspec-expectations rspec-its rspec-mocks rspec-rails rspec-retry
        rspec-support rspec_junit_formatter rss rubocop rubocop-ast rubocop-performance rubocop-rails rubocop-rake
        rubocop-rspec ruby-debug ruby-graphviz ruby-hmac ruby-lsp ruby-macho ruby-ole ruby-openid ruby-prof
        ruby-progressbar ruby-rc4 ruby-saml ruby-vips ruby2_keywords ruby_dep ruby_parser rubyntlm rubyzip
        rufus-scheduler rugged safe_yaml safely_block sanitize sass sass-listen sass-rails sassc sassc-rails savon
        sawyer sdoc searchkick securerandom select2-rails selenium-webdriver semantic semantic_logger sendgrid-ruby
        sentry-rails sentry-raven sentry-ruby sentry-sidekiq sequel serverengine sexp_processor shellany shoulda
        shoulda-context shoulda-matchers shrine sidekiq sidekiq-cron sidekiq-scheduler sidekiq-unique-jobs sigdump
        signet simple_form simple_oauth simplecov simplecov-cobertura simplecov-html simplecov_json_formatter
        simpleidn sinatra sinatra-contrib sitemap_generator slack-notifier slack-ruby-client slim slim-rails slop
        snaky_hash socksify solid_cache solid_queue sorbet sorbet-runtime spoon spring spring-commands-rspec
        spring-watcher-listen sprockets sprockets-rails sqlite3 sshkey sshkit sspi ssrf_filter stackprof standard
        state_machines statsd-instrument stimulus-rails stringex stringio stripe strong_migrations strptime
        swagger-blocks swagger-docs syntax_tree sys-filesystem sys-proctable systemu tailwindcss-rails temple
        term-ansicolor terminal-notifier terminal-table test-kitchen test-prof test-unit text-table therubyracer thin
        thor thread_safe tilt timecop timeout timers tins toml toml-rb tomlrb trailblazer trailblazer-option train
        treetop ttfunk tty-box tty-color tty-command tty-cursor tty-prompt tty-reader tty-screen tty-spinner tty-table
        turbo-rails turbolinks turbolinks-source twilio-ruby twitter typhoeus tzinfo tzinfo-data uber uglifier unf
        unf_ext unicode unicode-display_width unicode_utils unicorn unicorn-worker-killer uniform_notifier uri
        useragent uuid uuidtools vagrant valid_email vault vcr version_gem view_component virtus vite_rails warden
        wasabi watir web-console webauthn webdrivers webmock webpacker webrat webrick websocket websocket-driver
        websocket-extensions wicked_pdf will_paginate winrm wkhtmltopdf-binary xcodeproj xcpretty xml-simple xpath
        yajl-ruby yard zeitwerk zip-zip
        """
}
