"""What a screen shows, as a file: text, SVG or HTML, in fonts of the reader's own machine."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from rich.console import Console
from rich.segment import Segment

if TYPE_CHECKING:
    from textual.app import App
    from textual.strip import Strip

KINDS = ("txt", "svg", "html")

FONTS = '"Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace'
COLUMN = 12.2
"""Width of a character in Textual's SVG."""

BLANK = "&#160;"
_TEXT = re.compile(r' x="([\d.]+)" y="([\d.]+)" textLength="([\d.]+)"([^>]*)>((?:&#160;)+)([^<]*)</text>')

PAGE = """\
<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>Sparring</title></head>
<body style="color: {foreground}; background-color: {background};">
<pre style="line-height: 1.25; font-family: FONTS"><code style="font-family: inherit">{code}</code></pre>
</body>
</html>
""".replace("FONTS", FONTS.replace('"', "'"))


def picture(app: App[int], kind: str) -> str:
    """The screen of the moment as "txt", "svg" or "html"."""
    if kind == "svg":
        return svg(app)
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - Textual has no other way to the lines
    return html(strips) if kind == "html" else text(strips)


def text(strips: list[Strip]) -> str:
    """The lines without their trailing blanks."""
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


def html(strips: list[Strip]) -> str:
    """The lines in their colours, as a page that needs nothing else."""
    width = max((strip.cell_length for strip in strips), default=1)
    console = Console(
        width=width, file=io.StringIO(), record=True, force_terminal=True, color_system="truecolor"
    )
    for strip in strips:
        console.print(_Line([*strip, Segment.line()]), end="")
    return console.export_html(code_format=PAGE, inline_styles=True)


def svg(app: App[int]) -> str:
    """The screen as Textual draws it, rid of the fonts that it would fetch from elsewhere."""
    return without_web_fonts(app.export_screenshot(title="Sparring"))


def without_web_fonts(drawn: str) -> str:
    """A picture in fonts of the viewer's machine; no text starts with a blank: some viewers drop it."""
    drawn = re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"font-family:\s*(?:Fira Code|arial)[^;]*;", f"font-family: {FONTS};", drawn)
    drawn = re.sub(r"<!--.*?-->", "", drawn, flags=re.DOTALL)
    return _TEXT.sub(_unindented, drawn)


class _Line:
    """Segments as something that rich prints."""

    def __init__(self, segments: list[Segment]) -> None:
        self._segments = segments

    def __rich_console__(self, console: Console, options: object) -> list[Segment]:
        return self._segments


def _unindented(found: re.Match[str]) -> str:
    x, y, length, more, blanks, words = found.groups()
    by = len(blanks) // len(BLANK) * COLUMN
    return f' x="{float(x) + by:g}" y="{y}" textLength="{float(length) - by:g}"{more}>{words}</text>'
