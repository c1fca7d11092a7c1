from django.apps import AppConfig


class SlugConfig(AppConfig):
    name = "slugmaker"
    verbose_name = "Slugs"
