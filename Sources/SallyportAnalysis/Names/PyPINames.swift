/// Names of PyPI that most projects install, directly or not, in normal form (PEP 503).
///
/// Written by hand in November 2026 from what well-known frameworks and tools ask for, and from names that attacks
/// imitated. Without order and without figures: a name that is missing is only not recognised.
enum PyPINames {
    static let text = """
        absl-py accelerate aiobotocore aiofiles aiohappyeyeballs aiohttp aiomysql aiopg aioredis aiosignal aiosqlite
        airflow alabaster alembic altair amqp annotated-types ansible ansible-core anthropic antlr4-python3-runtime anyio
        apache-airflow apache-beam appdirs appnope apscheduler argcomplete argon2-cffi arrow asgiref asn1crypto
        astor astroid asttokens astunparse async-lru async-timeout asyncpg atomicwrites attrs autopep8 aws-cdk-lib
        aws-sam-cli awscli azure-common azure-core azure-identity azure-storage-blob babel backcall backoff
        backports-zoneinfo bandit bcrypt beautifulsoup4 billiard bitarray black bleach blinker bokeh boto boto3 botocore
        bottle brotli bs4 build cachecontrol cachetools catboost cattrs celery certifi cffi cfgv chardet charset-normalizer
        cheroot cherrypy chromadb circuitbreaker cleo click click-plugins cligj cloudpickle cloudscraper cmake coala codecov
        colorama coloredlogs colorlog colour comm commonmark conan confection configargparse configobj configparser
        contourpy convertdate cookiecutter coverage crashtest croniter cryptography ctx cvxpy cycler cymem cython
        dacite dash dask databricks-sdk databricks-sql-connector dataclasses dataclasses-json datadog datasets dateparser db-dtypes
        dbt-core debugpy decorator deepdiff defusedxml delta-spark deprecated deprecation diffusers dill distlib distributed
        distro django django-allauth django-cors-headers django-crispy-forms django-debug-toolbar django-environ
        django-extensions django-filter django-redis django-storages djangorestframework djangorestframework-simplejwt dnspython docker
        docker-compose docker-pycreds dockerfile-parse docopt docstring-parser docutils duckdb dulwich dynaconf
        ecdsa einops elasticsearch elasticsearch-dsl email-validator entrypoints environs et-xmlfile evaluate eventlet exceptiongroup
        execnet executing fabric faiss-cpu faker falcon fastapi fastavro fasteners fastjsonschema fasttext feedparser
        ffmpeg-python filelock fiona fire flake8 flask flask-admin flask-babel flask-caching flask-cors flask-jwt-extended flask-limiter
        flask-login flask-mail flask-migrate flask-restful flask-socketio flask-sqlalchemy flask-wtf flatbuffers
        flit-core fonttools freezegun frozenlist fsspec ftfy func-timeout furl fuzzywuzzy future gast gcsfs gdown gensim
        geographiclib geopandas geopy gevent gitdb gitpython google-api-core google-api-python-client google-auth
        google-auth-httplib2 google-auth-oauthlib google-cloud-bigquery google-cloud-core google-cloud-pubsub
        google-cloud-storage google-crc32c google-pasta google-resumable-media googleapis-common-protos gql gradio
        graphene graphql-core graphviz greenlet grpcio grpcio-status grpcio-tools gspread guardrails-ai gunicorn gym
        h11 h2 h5py halo hatchling hdbscan holidays hpack html5lib httpcore httplib2 httptools httpx httpx-sse huey huggingface-hub
        humanfriendly humanize hvac hydra-core hyperframe hyperlink hypothesis identify idna ijson imageio imagesize
        imbalanced-learn importlib-metadata importlib-resources inflect inflection influxdb iniconfig installer
        invoke ipaddress ipykernel ipython ipython-genutils ipywidgets iso8601 isodate isort itsdangerous jaraco-classes
        jax jaxlib jedi jeepney jellyfish jinja2 jiter jmespath joblib joserfc jsmin json5 jsondiff jsonpatch jsonpath-ng
        jsonpickle jsonpointer jsonschema jsonschema-specifications jupyter jupyter-client jupyter-core jupyter-server jupyterlab
        jupyterlab-widgets jwcrypto kafka-python keras keyring kiwisolver kombu korean-lunar-calendar kubernetes
        langchain langchain-community langchain-core langchain-openai langdetect langgraph langsmith lark lazy-object-proxy levenshtein
        libclang librosa lightgbm lightning litellm llvmlite locket locust loguru looker-sdk lxml lz4 mako
        mammoth markdown markdown-it-py markupsafe marshmallow marshmallow-sqlalchemy matplotlib matplotlib-inline maturin mccabe
        mdit-py-plugins mdurl mechanize mistralai mistune mkdocs mkdocs-material ml-dtypes mlflow mmh3 mock
        more-itertools moto mpmath msal msal-extensions msgpack msrest msrestazure multidict multiprocess murmurhash mypy
        mypy-extensions mysql-connector-python mysqlclient narwhals natsort nbclient nbconvert nbformat ndg-httpsclient nest-asyncio
        netaddr netifaces networkx nltk nodeenv nose notebook num2words numba numexpr numpy nvidia-ml-py
        oauth2client oauthlib odfpy ollama omegaconf onnx onnxruntime openai opencensus opencv-contrib-python opencv-python
        opencv-python-headless openpyxl opensearch-py opentelemetry-api opentelemetry-sdk oracledb ordered-set orjson oscrypto oss2
        packaging paho-mqtt pandas pandas-gbq pandocfilters paramiko parse parsedatetime parso partd passlib pathos
        pathspec pathy pbr pendulum peewee peft pep8-naming pexpect pg8000 phonenumbers pickleshare pika pillow pint
        pip pip-tools pipdeptree pipenv pkginfo platformdirs playwright plotly pluggy ply poetry poetry-core polars portalocker
        portpicker pre-commit preshed pretty-errors prettytable prometheus-client prompt-toolkit propcache prophet
        proto-plus protobuf psutil psycopg psycopg2 psycopg2-binary ptyprocess pure-eval py py4j pyaes pyarrow pyasn1
        pyasn1-modules pyautogui pybind11 pycairo pycodestyle pycountry pycparser pycrypto pycryptodome pycryptodomex
        pycurl pydantic pydantic-core pydantic-settings pydash pydeck pydocstyle pydot pydub pyee pyfiglet pyflakes pygame pygithub
        pyglet pygments pyhcl pyinstaller pyjwt pylint pymongo pymssql pymysql pynacl pynput pyodbc pyopenssl pyotp
        pyparsing pypdf pypdf2 pyperclip pyphen pyproj pyproject-hooks pyqt5 pyqt6 pyquery pyrsistent pyserial pysftp pysocks
        pyspark pytesseract pytest pytest-asyncio pytest-cov pytest-django pytest-mock pytest-timeout pytest-xdist
        python-box python-daemon python-dateutil python-decouple python-docx python-dotenv python-gitlab
        python-http-client python-jose python-json-logger python-jwt python-levenshtein python-magic python-multipart
        python-pptx python-slugify python-socketio python-telegram-bot pytorch-lightning pytz pytz-deprecation-shim pywavelets
        pywin32 pyxlsb pyyaml pyzmq qdrant-client qrcode querystring-parser ray rapidfuzz ratelimit rdflib readme-renderer redis
        redshift-connector referencing regex reportlab requests requests-aws4auth requests-cache requests-file
        requests-mock requests-ntlm requests-oauthlib requests-toolbelt resolvelib responses retry retrying rfc3339-validator rfc3986
        rich rich-click rope rpds-py rsa ruamel-yaml ruff s3fs s3transfer sacrebleu safetensors sagemaker schedule scikit-image
        scikit-learn scipy scp scrapy seaborn secretstorage selenium semantic-version semver sendgrid sentence-transformers
        sentencepiece sentry-sdk service-identity setproctitle setuptools setuptools-rust setuptools-scm shap shapely
        shellingham simple-salesforce simplejson singledispatch six slack-bolt slack-sdk slackclient smart-open smmap sniffio snowballstemmer
        snowflake-connector-python snowflake-sqlalchemy sortedcontainers soupsieve spacy sphinx sphinx-rtd-theme sqlalchemy
        sqlalchemy-utils sqlfluff sqlglot sqlmodel sqlparse sse-starlette stack-data starlette statsmodels stevedore
        streamlit stripe structlog sympy tableauserverclient tabulate tblib telethon telnyx tenacity tensorboard
        tensorboard-data-server tensorflow tensorflow-estimator tensorflow-hub tensorflow-io termcolor terminado testcontainers text-unidecode textblob
        texttable thinc threadpoolctl thrift tifffile tiktoken timm tinycss2 tldextract tokenizers toml tomli tomlkit toolz
        torch torchaudio torchmetrics torchvision torchtriton tornado tox tqdm traitlets transformers trio triton trl trove-classifiers
        tweepy twilio twine twisted txaio typed-ast typeguard typer types-python-dateutil types-requests types-setuptools typing
        typing-extensions typing-inspect tzdata tzlocal ujson ultralytics umap-learn unicodecsv unidecode uritemplate
        urllib3 uvicorn uvloop validators vine virtualenv vllm voluptuous wandb wasabi watchdog watchfiles
        wcwidth weasyprint web3 webcolors webdriver-manager webencodings websocket-client websockets webtest werkzeug wheel
        widgetsnbextension wikipedia wrapt wsproto wtforms xarray xgboost xlrd xlsxwriter xlwt xmlsec xmltodict xxhash yapf
        yarl yfinance youtube-dl yt-dlp zeep zipp zope-event zope-interface zstandard zstd
        """
}
