"""Bars of errors, warnings and notes, as a drawing (SVG) that stands in a page and needs nothing else."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from pressgen.audit.tally import Group

COLORS = {"error": "#b3261e", "warning": "#d98a1f", "note": "#b9b04a"}
"""The colours of the revisor's page."""
_FEW = 10
_FONT = "system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"


def bars(name: str, rows: Sequence[tuple[str, str, Group]], *, lying: bool) -> str:
    """Stacked bars, lying or standing, in the order of the rows: label, target of its link, counts.

    The same rows make the same bytes: dates, comments and scripts of the library are taken out.
    """
    import pygal  # noqa: PLC0415  # only where there is a page to draw
    from lxml import etree  # noqa: PLC0415
    from pygal.style import Style  # noqa: PLC0415

    for finder in [finder for finder in sys.meta_path if isinstance(finder, pygal.PluginImportFixer)]:
        sys.meta_path.remove(finder)  # for maps, which are not used; it would look at every later import
    style = Style(
        background="transparent",
        plot_background="transparent",
        font_family=_FONT,
        colors=tuple(COLORS.values()),
        opacity="1",
        opacity_hover=".8",
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=13,
    )
    config = pygal.Config(
        js=[], style=style, width=960, legend_at_bottom=True, legend_at_bottom_columns=3, truncate_label=60
    )
    config.height = 130 + 30 * len(rows) if lying else 340
    chart = (pygal.HorizontalStackedBar if lying else pygal.StackedBar)(config)
    chart.uuid = name
    shown = rows[::-1] if lying else rows
    chart.x_labels = [label for label, _, _ in shown]
    chart.x_label_rotation = 0 if lying or len(rows) < 10 else 45
    for severity, title in (("error", "错误 errors"), ("warning", "警告 warnings"), ("note", "提示 notes")):
        chart.add(title, [_bar(group.counts[severity], target) for _, target, group in shown])
    most = max(group.counts.total() for _, _, group in rows)
    if most < _FEW:
        chart.y_labels = range(most + 1)  # of few findings there are no halves
    root = chart.render_tree()
    etree.strip_elements(root, "{*}script", etree.Comment, with_tail=False)
    return str(etree.tostring(root, encoding="unicode"))


def _bar(count: int, target: str) -> dict[str, object]:
    return {"value": count, "xlink": {"href": f"#{target}", "target": "_self"}}
