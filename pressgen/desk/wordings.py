"""What cards are called that no declaration names."""

from django.utils.translation import gettext_lazy as _

HEAD = _("Headline and day")
MORE = _("House, embargo, rate …")
OTHERS = _("Facts")
