from .platform_ import unicode_version
