import os
from pathlib import Path

XINFERENCE_HOME = os.environ.get("XINFERENCE_HOME", str(Path.home() / ".xinference"))
XINFERENCE_CACHE_DIR = os.path.join(XINFERENCE_HOME, "cache")
XINFERENCE_LOG_DIR = os.path.join(XINFERENCE_HOME, "logs")
XINFERENCE_ENV_MODEL_SRC = os.environ.get("XINFERENCE_MODEL_SRC", "huggingface")
XINFERENCE_DEFAULT_LOCAL_HOST = "127.0.0.1"
XINFERENCE_DEFAULT_ENDPOINT_PORT = 9997
