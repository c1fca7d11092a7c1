import logging
import platform

LOGGER = logging.getLogger("ultralytics")
MACOS, LINUX, WINDOWS = (platform.system() == x for x in ["Darwin", "Linux", "Windows"])
