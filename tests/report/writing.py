"""Writing a report in a format, for tests."""

from __future__ import annotations

import io

from claimcheck.model.report import Report
from claimcheck.report.interface import Format, Look, writer


def written(report: Report, format: Format, look: Look | None = None) -> bytes:
    out = io.BytesIO()
    writer(format).write(report, out, look or Look())
    return out.getvalue()


def text_of(report: Report, format: Format) -> str:
    return written(report, format).decode("utf-8")
