from django.apps import AppConfig
from django.core.checks import Warning, register


class RequestNotesConfig(AppConfig):
    name = "requestnotes"
    default_auto_field = "django.db.models.AutoField"

    def ready(self):
        from . import signals  # noqa: F401


@register()
def middleware_is_listed(app_configs, **kwargs):
    from django.conf import settings

    if "requestnotes.middleware.NotesMiddleware" not in settings.MIDDLEWARE:
        return [Warning("requestnotes.middleware.NotesMiddleware is not in MIDDLEWARE", id="requestnotes.W001")]
    return []
