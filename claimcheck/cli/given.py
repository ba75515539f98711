"""Options that several commands take, as one value: a command names the group, and its fields become options of the command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints

from claimcheck.cli.console import settled
from claimcheck.cli.options import (
    ConfigOption,
    FailOnOption,
    LedgerOption,
    PathsArgument,
    QuietOption,
)
from claimcheck.config import Settings


@dataclass(frozen=True, slots=True)
class Beside:
    """What every command that works on articles and their ledger is given."""

    paths: PathsArgument = None
    ledger: LedgerOption = None
    fail_on: FailOnOption = None
    config: ConfigOption = None
    quiet: QuietOption = None

    @property
    def articles(self) -> list[str]:
        """The paths; the current folder where there are none."""
        return self.paths or ["."]

    def settings(self) -> Settings:
        """The settings that these options lead to. Raises ClaimcheckError."""
        flags: Mapping[str, object] = {"ledger": self.ledger, "fail_on": self.fail_on, "quiet": self.quiet}
        return settled(self.articles, flags, self.config)


def taking(group: type[Any]) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """Gives a command the options of a group, a frozen dataclass, and that value as its first argument."""

    def wrap(command: Callable[..., int]) -> Callable[..., int]:
        names = [field.name for field in fields(group)]
        hints = get_type_hints(command, include_extras=True)
        own = [p.replace(annotation=hints[p.name]) for p in list(signature(command).parameters.values())[1:]]
        shared = get_type_hints(group, include_extras=True)
        defaults = {field.name: field.default for field in fields(group)}
        its = [Parameter(n, Parameter.KEYWORD_ONLY, default=defaults[n], annotation=shared[n]) for n in names]

        def run(**given: object) -> int:
            return command(group(**{name: given.pop(name) for name in names}), **given)

        # A command line is read off these: names, types and defaults, and the help above all.
        run.__name__, run.__doc__ = command.__name__, command.__doc__
        run.__signature__ = Signature([*own, *its], return_annotation=int)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in (*own, *its)} | {"return": int}
        return run

    return wrap
