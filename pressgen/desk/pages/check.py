"""Check: one file or two dropped, both texts side by side, what was found between them; files given back."""

from __future__ import annotations

from collections import Counter

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pressgen import api
from pressgen.desk import checking, flow, long_work, stories
from pressgen.desk.checking import Checked
from pressgen.desk.filled import clean
from pressgen.desk.installation import home_of
from pressgen.desk.models import Check, Job
from pressgen.desk.pages.refused import answer
from pressgen.desk.pages.story_files import attachment
from pressgen.desk.paper import Setter
from pressgen.desk.people import person
from pressgen.desk.returned import Returned
from pressgen.desk.room import room, ui

_SHOWN = 20


def _mine(request: HttpRequest, pk: str) -> Checked:
    check = get_object_or_404(Check, Q(by=person(request)) | Q(story__isnull=False), pk=pk)
    return (Returned if check.story_id else Checked)(check, room())


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Files to drop, and the checks this person made before."""
    if request.method == "GET":
        checks = Check.objects.filter(by=person(request), story=None)[:_SHOWN]
        folders = Job.objects.filter(by=person(request), kind=long_work.FOLDER)[:_SHOWN]
        houses = ["base", *room().newsroom.houses]
        return render(request, "desk/check.html", {"checks": checks, "folders": folders, "houses": houses})
    uploads = request.FILES.getlist("files")
    if not uploads:
        return answer(
            request, 422, _("Give a file"), [_("One file with both languages, or one a language, or many.")]
        )
    day = clean(request.POST.get("day", ""))
    if day:
        day = api.day(day).isoformat()
    house = clean(request.POST.get("house", ""))
    check = Check(house=house, day=day, by=person(request))
    if len(uploads) > 2:
        return HttpResponseRedirect(reverse("job", args=[long_work.folder(uploads, check).pk]))
    made = checking.made(check, uploads)
    return HttpResponseRedirect(reverse("checked", args=[made.pk]))


@require_GET
def show(request: HttpRequest, pk: str) -> HttpResponse:
    """Both texts with every finding marked, and the list of them."""
    checked = _mine(request, pk)
    page = Setter(checked.release, checked.findings, ui()).page()
    context = {
        "check": checked.check,
        "checked": checked,
        "paper": page,
        "rules": sorted(Counter(finding.rule for finding in page.findings).items()),
        "scope": api.scope(checked.release, checked.house, ui()),
        "words": [name for name in checked.check.files if name.lower().endswith(".docx")],
        "house": checked.house.name,
        "everywhere": flow.may(person(request), "names"),
    }
    return render(request, "desk/checked.html", context)


@require_POST
def accept(request: HttpRequest, pk: str) -> HttpResponse:
    """A finding that is right as it stands, with the reason why, for these files or for the newsroom."""
    checked = _mine(request, pk)
    number, reason = request.POST.get("number", ""), clean(request.POST.get("reason", ""))[:300]
    if not number.isdecimal() or not 1 <= int(number) <= len(checked.findings) or not reason:
        return answer(
            request, 422, _("Not accepted"), [_("Say in a few words why it is right as it stands.")]
        )
    finding = checked.findings[int(number) - 1]
    if request.POST.get("rule", finding.rule.id) != finding.rule.id:
        line = _("The findings changed meanwhile; load the page again.")
        return answer(request, 409, _("Not accepted"), [line])
    if "everywhere" not in request.POST:
        api.accept(finding, reason, checking.folder(checked.check))
    elif flow.may(person(request), "names"):
        api.accept(finding, reason, home_of(settings.DESK))
        stories.noted("accepted", person(request), f"{finding.rule.id} {finding.span.text}: {reason}")
    else:
        raise PermissionDenied
    return HttpResponseRedirect(reverse("checked", args=[pk]))


@require_POST
def withdraw(request: HttpRequest, pk: str) -> HttpResponse:
    """Take back what was accepted: it is said again, of these files or of every text."""
    checked = _mine(request, pk)
    number = request.POST.get("number", "")
    rows = checked.acceptances
    if (
        not number.isdecimal()
        or int(number) >= len(rows)
        or rows[int(number)].text != request.POST.get("text")
    ):
        line = _("The findings changed meanwhile; load the page again.")
        return answer(request, 409, _("Not done"), [line])
    row = rows[int(number)]
    if row.folder is None and not flow.may(person(request), "names"):
        raise PermissionDenied
    if not api.withdraw(row, row.folder or home_of(settings.DESK)):
        line = _("It stands in the house's own list; change it there.")
        return answer(request, 409, _("Not done"), [line])
    stories.noted("acceptance taken back", person(request), f"{row.rule} {row.text}: {row.reason}")
    return HttpResponseRedirect(reverse("checked", args=[pk]))


@require_POST
def fix(request: HttpRequest, pk: str) -> HttpResponse:
    """Take the safe fixes of text files."""
    _mine(request, pk).fix()
    return HttpResponseRedirect(reverse("checked", args=[pk]))


@require_GET
def file(request: HttpRequest, pk: str, name: str) -> HttpResponse:
    """A file as it stands: a Word file with its findings in the margin, a text file with its fixes made."""
    checked = _mine(request, pk)
    if name not in checked.check.files:
        raise Http404
    if name.lower().endswith(".docx"):
        return attachment(checked.review(name, person(request).username), _ascii(name), "docx")
    return attachment((checking.folder(checked.check) / name).read_bytes(), _ascii(name), "html")


def _ascii(name: str) -> str:
    return name if name.isascii() else f"text{name[name.rindex('.') :]}"


@require_GET
def report(request: HttpRequest, pk: str) -> HttpResponse:
    """The findings as one page to keep or to send."""
    checked = _mine(request, pk)
    page = api.findings_page(checked.findings, checked.release, checked.house, ui())
    return attachment(page.encode(), "findings.html", "html")


urls: list[URLPattern] = [
    path("check/", begin, name="check"),
    path("check/<uuid:pk>/", show, name="checked"),
    path("check/<uuid:pk>/accept", accept, name="check-accept"),
    path("check/<uuid:pk>/withdraw", withdraw, name="check-withdraw"),
    path("check/<uuid:pk>/fix", fix, name="check-fix"),
    path("check/<uuid:pk>/report.html", report, name="check-report"),
    path("check/<uuid:pk>/file/<str:name>", file, name="check-file"),
]
