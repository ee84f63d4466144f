"""Every address of the desk: a literal list, page by page."""

from __future__ import annotations

from pressgen.desk.pages import (
    check,
    conflict,
    convert,
    entrance,
    first,
    glossary,
    glossary_entry,
    glossary_files,
    history,
    house,
    jobs,
    people,
    returned,
    stories,
    story,
    story_files,
    translate,
)

urlpatterns = [
    *entrance.urls,
    *first.urls,
    *stories.urls,
    *story.urls,
    *conflict.urls,
    *translate.urls,
    *story_files.urls,
    *returned.urls,
    *history.urls,
    *check.urls,
    *convert.urls,
    *glossary.urls,
    *glossary_entry.urls,
    *glossary_files.urls,
    *house.urls,
    *people.urls,
    *jobs.urls,
]

handler400 = "pressgen.desk.pages.refused.bad_request"
handler403 = "pressgen.desk.pages.refused.forbidden"
handler404 = "pressgen.desk.pages.refused.not_found"
handler500 = "pressgen.desk.pages.refused.broken"
