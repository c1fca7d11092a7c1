from django.apps import AppConfig
from django.conf import settings


class SlugConfig(AppConfig):
    name = "slugmaker"
    verbose_name = "Slugs"

    def ready(self):
        name = "slugmaker.middleware.LocaleSlugMiddleware"
        if name not in settings.MIDDLEWARE:
            settings.MIDDLEWARE = [name, *settings.MIDDLEWARE]
