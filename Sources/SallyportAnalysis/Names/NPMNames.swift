/// Names of npm that most projects install, directly or not.
///
/// Written by hand in November 2026 from the trees that the tests install (npm's own, `standard`, `request`, `ink`), from
/// what well-known frameworks and tools ask for, and from names that attacks imitated. Without order and without figures: a
/// name that is missing is only not recognised.
enum NPMNames {
    static let text = """
        abbrev accepts acorn acorn-jsx acorn-walk agent-base agentkeepalive ajv ajv-errors ajv-formats ajv-keywords
        amqplib angular ansi-colors ansi-escapes ansi-regex ansi-styles anymatch apollo-client apollo-server
        apollo-server-express archiver argparse array-flatten array-includes array-union asap asn1 assert-plus
        astral-regex async async-retry asynckit atob autoprefixer aws-amplify aws-sdk aws-sign2 aws4 axios axios-retry
        babel-cli babel-core babel-eslint babel-jest babel-loader babel-plugin-istanbul babel-polyfill
        babel-preset-env babel-preset-react babel-register babel-runtime balanced-match base64-js bcrypt bcryptjs
        big.js bignumber.js binary-extensions bindings bl bluebird bn.js body-parser boolbase bootstrap
        bootstrap-vue bootstrap-sass bowser brace-expansion braces browserify browserslist buffer buffer-crc32
        buffer-from bull bullmq busboy bytes cacache cache-manager cacheable cacheable-request call-bind callsites
        camelcase camelcase-keys caniuse-lite canvas capture-stack-trace caseless chai chai-as-promised chalk
        character-entities chardet cheerio chokidar chownr chromedriver ci-info cipher-base class-validator
        class-transformer classnames clean-css cli-cursor cli-spinners cli-table cli-table3 cli-width cliui
        clone clsx co coa color color-convert color-name color-string colorette colors combined-stream commander
        commondir compressible compression concat-map concat-stream concurrently config configstore connect
        connect-redis content-disposition content-type convert-source-map cookie cookie-parser cookie-signature copy-webpack-plugin
        core-js core-util-is cors cosmiconfig crc-32 create-react-app cron cross-env cross-fetch cross-spawn
        crypto-js crypto-random-string css-loader css-select css-tree cssnano csstype csv-parse csv-parser csurf
        cypress d3 d3-array d3-color d3-scale dashdash data-uri-to-buffer date-fns dayjs debug decamelize
        decimal.js decompress deep-equal deep-extend deep-is deepmerge defaults define-properties del delayed-stream
        denque depd dequal destroy detect-indent detect-libc devtools-protocol diff discord.js dns-packet
        doctrine dom-serializer domelementtype domhandler domutils dot-prop dotenv dotenv-expand drizzle-orm duplexer
        duplexify ecc-jsbn echarts ee-first ejs electron electron-builder electron-to-chromium element-plus
        element-ui emoji-regex emotion encodeurl encoding end-of-stream enhanced-resolve enquirer entities env-paths
        enzyme errno error-ex es-abstract es-errors es-to-primitive es5-ext es6-promise es6-symbol esbuild
        esbuild-loader escape-html escape-string-regexp escodegen eslint eslint-config-airbnb eslint-config-airbnb-base
        eslint-config-prettier eslint-config-standard eslint-plugin-import eslint-plugin-jest eslint-plugin-jsx-a11y
        eslint-plugin-n eslint-plugin-node eslint-plugin-prettier eslint-plugin-promise eslint-plugin-react
        eslint-plugin-react-hooks eslint-plugin-vue eslint-scope eslint-utils eslint-visitor-keys espree esprima
        esquery esrecurse estraverse estree-walker esutils etag ethereumjs-util ethers event-stream event-target-shim eventemitter3
        events execa expect express express-handlebars express-rate-limit express-session express-validator extend
        external-editor extsprintf faker fast-deep-equal fast-diff fast-glob fast-json-stable-stringify
        fast-levenshtein fast-safe-stringify fast-uri fast-xml-parser fastify fastq fbjs fecha figures file-entry-cache file-loader
        file-saver file-type fill-range finalhandler find-cache-dir find-up firebase firebase-admin flat flat-cache flatted
        follow-redirects font-awesome for-each for-own foreground-child forever form-data formidable forwarded framer-motion
        fresh fs-extra fs-minipass fs.realpath fsevents function-bind functional-red-black-tree gatsby gauge
        generic-pool gensync get-caller-file get-intrinsic get-stdin get-stream get-tsconfig getpass glob glob-parent
        glob-stream global globals globby google-auth-library googleapis got graceful-fs graphql graphql-request
        graphql-tag grunt grunt-cli gulp gulp-sass gulp-uglify gulp-util gzip-size handlebars har-schema
        har-validator hardhat has has-flag has-symbols hash.js hasown hast-util-to-string helmet he highlight.js history
        hoist-non-react-statics homebridge hosted-git-info html-entities html-loader html-webpack-plugin htmlparser2
        http-cache-semantics http-errors http-proxy http-proxy-agent http-proxy-middleware http-server http-signature
        https-proxy-agent human-signals husky hyperdrive i18next iconv-lite icss-utils ieee754 ignore ignore-walk
        immediate immer immutable import-fresh import-local imurmurhash indent-string inflight inherits ini ink
        inquirer internal-slot interpret invariant ioredis ip ip-regex ipaddr.js is-arrayish is-binary-path is-callable is-core-module
        is-date-object is-docker is-extglob is-finite is-fullwidth-code-point is-generator-fn is-glob is-interactive is-number
        is-obj is-path-inside is-plain-obj is-plain-object is-promise is-regex is-stream is-string is-symbol
        is-typedarray is-unicode-supported is-windows is-wsl isarray isexe isobject isomorphic-fetch isstream istanbul
        istanbul-lib-coverage jasmine jasmine-core jest jest-cli jest-diff jest-worker jimp jiti joi jose jquery
        jquery-ui js-base64 js-beautify js-cookie js-tokens js-yaml jsbn jsdom jsesc json-buffer
        json-parse-better-errors json-parse-even-better-errors json-schema json-schema-traverse
        json-stable-stringify json-stringify-safe json-server json2csv json5 jsonfile jsonpath jsonparse jsonwebtoken jsprim jss
        jszip jwa jwks-rsa jws jwt-decode jwt-simple karma keccak keytar keyv kind-of kleur knex koa koa-bodyparser
        koa-router kuler leaflet lerna less less-loader level leven levn lie lighthouse lilconfig lines-and-columns
        lint-staged listr listr2 load-json-file loader-runner loader-utils localforage locate-path lodash lodash-es
        lodash.camelcase lodash.clonedeep lodash.debounce lodash.get lodash.isequal lodash.merge lodash.template lodash.throttle lodash.uniq
        log-symbols log-update log4js loglevel logform long loose-envify lowdb lowercase-keys lru-cache luxon
        magic-string mailparser make-dir make-error make-fetch-happen map-obj markdown-it marked material-ui math-intrinsics mathjs
        md5 md5.js mdurl media-typer memfs memoize-one memory-fs meow merge merge-descriptors merge-stream merge2
        methods micromatch miller-rabin mime mime-db mime-types mimic-fn mimic-response min-indent
        mini-css-extract-plugin minimalistic-assert minimatch minimist minipass minizlib mkdirp mobx mobx-react mocha
        moment moment-timezone mongodb mongoose morgan mri ms msgpack5 multer mustache mute-stream mysql mysql2 mz nan
        nanoid natural-compare negotiator neo-async nest next next-auth next-tick nightmare nock node-abi
        node-addon-api node-cache node-cron node-fetch node-forge node-gyp node-gyp-build node-html-parser node-ipc
        node-notifier node-pre-gyp node-releases node-sass node-schedule node-telegram-bot-api nodemailer nodemon nopt
        normalize-package-data normalize-path normalize-range normalize-url normalize.css npm npm-package-arg
        npm-packlist npm-run-all npm-run-path npmlog nth-check nuxt nx nyc oauth oauth-sign object-assign object-hash
        object-inspect object-keys object.assign object.entries object.values on-finished on-headers once
        onetime open openai opener optimist optionator ora os-homedir os-tmpdir p-cancelable p-finally p-limit p-locate p-map p-queue
        p-retry p-try pacote pako parcel parent-module parse-json parse5 parseurl passport passport-jwt passport-local
        path-exists path-is-absolute path-key path-parse path-scurry path-to-regexp path-type pathe pbkdf2 pdf-lib pdfjs-dist
        pdfkit peer pend performance-now perfect-freehand pg pg-pool phantomjs-prebuilt phin picocolors picomatch pify
        pinia pino pirates pkg-dir pkg-types playwright playwright-core plotly.js pluralize pm2 pnpm polished popper.js portfinder postcss
        postcss-cli postcss-import postcss-loader postcss-modules-values postcss-nested postcss-preset-env
        postcss-selector-parser postcss-value-parser prebuild-install preact prelude-ls prettier pretty-bytes
        pretty-error pretty-format primeng prisma prismjs process process-nextick-args progress promise promise-retry prompts prop-types
        proper-lockfile protobufjs proxy-addr proxy-agent proxy-from-env prr pseudomap psl pump punycode puppeteer
        puppeteer-core pure-rand q qrcode qs query-string querystring queue-microtask quick-lru quill ramda randombytes range-parser raven raw-body
        raw-loader rc react react-app-rewired react-beautiful-dnd react-bootstrap react-datepicker react-dev-utils react-dnd react-dom
        react-dropzone react-helmet react-hook-form react-hot-loader react-icons react-intl react-is react-markdown
        react-modal react-native react-native-gesture-handler react-native-reanimated react-native-screens
        react-native-svg react-native-vector-icons react-native-web react-query react-redux react-refresh
        react-router react-router-dom react-scripts react-select react-spring react-table react-test-renderer
        react-toastify react-transition-group react-use read-pkg read-pkg-up readable-stream readdirp recast recharts recompose
        redis redux redux-form redux-logger redux-saga redux-thunk reflect-metadata regenerate regenerator-runtime
        regexpp regexpu-core rehype relay-runtime remark remark-parse replace-ext request request-promise
        request-promise-native require-directory require-from-string require-main-filename requires-port reselect resolve resolve-cwd resolve-from restify
        restore-cursor retry reusify rimraf ripemd160 rollup rollup-plugin-terser rollup-plugin-typescript2
        rollup-pluginutils router run-async run-parallel rxjs safe-buffer safe-regex-test safer-buffer sanitize-html sass
        sass-loader sax saxes scheduler schema-utils scrypt-js secp256k1 selenium-webdriver semver send seq-queue sequelize serialize-javascript
        serve serve-index serve-static set-blocking setimmediate setprototypeof sha.js shallowequal sharp shebang-command
        shebang-regex shell-quote shelljs shortid side-channel signal-exit simple-git simple-swizzle sinon sinon-chai
        sirv sisteransi slack slash slice-ansi slugify smart-buffer snyk socket.io socket.io-client
        socket.io-parser sockjs socks socks-proxy-agent solc sonic-boom source-list-map source-map source-map-js source-map-loader
        source-map-resolve source-map-support spdx-correct spdx-expression-parse spdx-license-ids split split2 sprintf-js
        sqlite3 sqlstring sshpk ssri stack-trace stack-utils standard statuses storybook stream-browserify string-width
        string_decoder stringify-object strip-ansi strip-bom strip-eof strip-final-newline strip-indent
        strip-json-comments stripe strong-error-handler style-loader styled-components styled-jsx stylelint stylelint-config-standard stylus superagent supertest
        supports-color supports-hyperlinks supports-preserve-symlinks-flag svelte svg-inline-loader svgo swagger-ui-express
        swiper swr symbol-observable systeminformation table tailwind-merge tailwindcss tap tapable tape tar tar-fs
        tar-stream telegraf temp tempy terser terser-webpack-plugin test-exclude text-table thenify three throat
        through through2 tiny-invariant tiny-warning tinycolor2 tinyglobby tmp to-fast-properties to-regex-range
        toidentifier tough-cookie tr46 traverse tree-kill trim truffle ts-jest ts-loader ts-node tsconfig-paths tslib
        tslint tsutils tsup tsx tunnel tunnel-agent turbo tweetnacl tweetnacl-util twilio type-check type-detect type-fest
        type-is typed-array-buffer typedarray typeorm typescript ua-parser-js uc.micro uglify-js ulid unbox-primitive underscore
        undici unicode-match-property-ecmascript unified uniq unique-filename unist-util-visit universalify unpipe update-browserslist-db
        update-notifier uri-js url url-join url-loader url-parse use-sync-external-store utf-8-validate util util-deprecate utils-merge uuid
        v8-compile-cache validate-npm-package-license validate-npm-package-name validator vary verror vinyl
        vite vite-node vitepress vitest vm2 vscode vue vue-cli vue-i18n vue-loader vue-router vue-template-compiler vuetify vuex walker
        warning watchify watchpack wcwidth web-vitals web3 web3-utils webdriverio webidl-conversions webpack webpack-bundle-analyzer
        webpack-cli webpack-dev-middleware webpack-dev-server webpack-merge webpack-sources webrtc-adapter websocket whatwg-fetch
        whatwg-url when which which-module wide-align winston winston-transport word-wrap wordwrap workbox-webpack-plugin wrap-ansi
        wrappy write write-file-atomic ws xlsx xml-js xml2js xmlbuilder xmldom xmlhttprequest xregexp xtend y18n yallist yaml yargs
        yargs-parser yarn yauzl yeoman-generator yocto-queue yup zip-stream zod zone.js zustand
        @angular/animations @angular/cli @angular/common @angular/core @angular/forms @angular/router @antv/g2 @apollo/client
        @aws-sdk/client-s3 @babel/cli @babel/code-frame @babel/core @babel/generator @babel/parser
        @babel/plugin-transform-runtime @babel/preset-env @babel/preset-react @babel/preset-typescript @babel/runtime
        @babel/template @babel/traverse @babel/types @chakra-ui/react @emotion/react @emotion/styled @esbuild/linux-x64
        @eslint/js @fortawesome/fontawesome-free @google-cloud/storage @grpc/grpc-js @headlessui/react @hookform/resolvers
        @jest/core @jridgewell/trace-mapping @langchain/core @mapbox/node-pre-gyp @material-ui/core @mui/material @nestjs/common @nestjs/core
        @next/env @nodelib/fs.walk @nuxt/kit @octokit/rest @openzeppelin/contracts @playwright/test @prisma/client @radix-ui/react-slot
        @reduxjs/toolkit @rollup/plugin-commonjs @rollup/plugin-node-resolve @sentry/browser @sentry/node @sinclair/typebox
        @solana/web3.js @storybook/react @sveltejs/kit @swc/core @swc/helpers @tanstack/react-query @tailwindcss/forms
        @testing-library/dom @testing-library/jest-dom @testing-library/react @tootallnate/once @types/node @types/react
        @typescript-eslint/eslint-plugin @typescript-eslint/parser @vercel/ncc @vitejs/plugin-react @vitejs/plugin-vue
        @vue/cli @vue/compiler-sfc @vue/runtime-dom @webassemblyjs/ast @xmldom/xmldom @crowdstrike/foundry-js @ctrl/tinycolor
        """
}
