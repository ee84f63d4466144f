"""Plain values as YAML that a person reads and ``read`` gives back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def text(data: Mapping[str, Any] | Sequence[Any]) -> str:
    """Plain values, named or in a row, as YAML, in their order; all values are text, in quotes where needed.

    >>> print(text({"date": "2023-07-14", "city": "苏州", "signed": {"projects": "267个"}}), end="")
    date: 2023-07-14
    city: 苏州
    signed:
      projects: 267个
    """
    import yaml  # noqa: PLC0415  # 18 ms, and few write YAML

    class Dumper(yaml.SafeDumper):
        """Every value is text, as ``read`` has it, so none needs quotes to be told from a number or day."""

        yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as the library declares it

        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # as the library calls it
            return True

    return str(yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=110))
