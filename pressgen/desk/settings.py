"""Django's settings for the desk that the environment names: loopback, nothing from outside, no debugging."""

from __future__ import annotations

import logging
import os
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import unquote, urlsplit

from pressgen import VERSION
from pressgen.desk import installation

_Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutFacts(logging.Formatter):
    """An error by its kind and its place: what an exception says may be a fact under embargo."""

    def formatException(self, ei: _Raised) -> str:  # noqa: N802  # as logging calls it
        """The kind of the exception and the lines it came through."""
        kind, _, trace = ei
        lines = [f"  {each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(trace)]
        return "\n".join([kind.__name__ if kind else "", *lines])


CONFIG = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"short": {"()": WithoutFacts, "format": "%(asctime)s %(levelname)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "short"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        "pressgen": {"handlers": ["console"], "level": "WARNING"},
        "waitress.queue": {"level": "ERROR"},  # that somebody waits a moment is no news
    },
}


_HERE = Path(__file__).parent
DESK = installation.current()

DEBUG = False
SECRET_KEY = DESK.secret()
LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
ALLOWED_HOSTS = [*LOOPBACK, *DESK.hosts]
ROOT_URLCONF = "pressgen.desk.urls"
WSGI_APPLICATION = None
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "pressgen.desk",
]
MIDDLEWARE = [
    "pressgen.desk.guard.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "pressgen.desk.guard.known_origin",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "pressgen.desk.guard.entered",
    "pressgen.desk.guard.said",
    "pressgen.desk.guard.founded",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "pressgen.desk.pages.shared",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _database(address: str) -> dict[str, Any]:
    """The database of an address (postgresql://user:password@host:port/name), else the desk's own SQLite."""
    if address:
        at = urlsplit(address)
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": at.path.lstrip("/"),
            "USER": unquote(at.username or ""),
            "PASSWORD": unquote(at.password or ""),
            "HOST": at.hostname or "",
            "PORT": at.port or "",
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DESK.folder / "desk.sqlite3" if DESK.folder else ":memory:",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 10,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }


DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""))}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [_HERE / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = f"static/{VERSION}/"
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False


def WHITENOISE_IMMUTABLE_FILE_TEST(path: str, url: str) -> bool:  # noqa: ARG001, N802, D103  # as WhiteNoise calls it
    return os.environ.get("PRESSGEN_DESK_FRESH", "") == ""


SESSION_COOKIE_NAME = f"pressgen_{DESK.port}"
CSRF_COOKIE_NAME = f"pressgen_csrf_{DESK.port}"
LANGUAGE_COOKIE_NAME = f"pressgen_ui_{DESK.port}"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60 if DESK.team else 30 * 24 * 60 * 60
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "pressgen.desk.pages.entrance.refused"
X_FRAME_OPTIONS = "DENY"
LOGIN_URL = "/enter/"
LOGIN_REDIRECT_URL = "/"
SILENCED_SYSTEM_CHECKS = ["security.W001"]  # our own headers are in guard

DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 400
FILE_UPLOAD_PERMISSIONS = 0o600

PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGGING = CONFIG
