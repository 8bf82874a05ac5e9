"""TOML texts that cost a reader as much as they can: broken, endless, dense, and just within the limits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from simulator.scenario.guard import MOST_PARTS, MOST_TABLES

SIZE = 16 << 20
"""Bytes of the largest file that is read."""
DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789_-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DEEP = "[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q]\n"


def name(number: int) -> str:
    """A name for each number, as short as can be."""
    low, high = number % 64, number // 64
    return DIGITS[low] + (name(high) if high else "")


def dotted(number: int) -> str:
    """A key with as many dots as may be, none of its names used by another."""
    return ".".join(name(number * 17 + part) for part in range(17))


def many(make: Callable[[int], str], most: int = SIZE) -> str:
    """One piece for each number, as many as fit into 16 MiB and no more than `most`."""
    pieces, total = [], 0
    for piece in map(make, range(most)):
        total += len(piece)
        if total > SIZE:
            break
        pieces.append(piece)
    return "".join(pieces)


def repeated(unit: str, start: str = "", end: str = "", size: int = SIZE) -> str:
    """A unit as often as it fits into `size` bytes between a start and an end."""
    room = size - len((start + end).encode())
    return start + unit * (room // len(unit.encode())) + end


# What is repeated, what stands before it, and what after.
UNITS: dict[str, tuple[str, str, str]] = {
    "same aot": ("[[a]]\n", "", ""),
    "same aot deep": ("[[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q]]\n", "", ""),
    "list ints": ("1,", "x=[", "]\n"),
    "list floats": ("1.5,", "x=[", "]\n"),
    "list texts": ("'',", "x=[", "]\n"),
    "list texts a": ('"a",', "x=[", "]\n"),
    "list lists": ("[],", "x=[", "]\n"),
    "list tables": ("{},", "x=[", "]\n"),
    "list tables a": ("{a=1},", "x=[", "]\n"),
    "list tables rule": ('{to="a"},', "x=[", "]\n"),
    "list tables dotted": ("{a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p=1},", "x=[", "]\n"),
    "list of nested": ("[[[[[[[[[[]]]]]]]]]],", "x=[", "]\n"),
    "list of nested t": ("{a={a={a={a={a={}}}}}},", "x=[", "]\n"),
    "list dates": ("1979-05-27,", "x=[", "]\n"),
    "list lines texts": ('"""a""",', "x=[", "]\n"),
    "dup keys": ("a=1\n", "", ""),
    "dup tables": ("[a]\n", "", ""),
    "dup tables key": ("[a]\nb=1\n", "", ""),
    "dup dotted": ("a.b.c.d=1\n", "", ""),
    "dup inline": ("{a=1,a=1},", "x=[", "]\n"),
    "unclosed text": ('a="\n', "", ""),
    "unclosed ml": ('a="""\n', "", ""),
    "unclosed lines lit": ("a='''\n", "", ""),
    "unclosed header": ("[a\n", "", ""),
    "unclosed list": ("a=[\n", "", ""),
    "unclosed list items": ('"a",\n', "x=[", ""),
    "unclosed list items1": ('"a",', "x=[", ""),
    "unclosed group": ("a={\n", "", ""),
    "unquoted": ("a=b\n", "", ""),
    "words": ("x\n", "", ""),
    "stray": ("Dana: hello\n", "", ""),
    "quotes": ('"', "", ""),
    "quotes value": ('"', "a=", ""),
    "quotes value lit": ("'", "a=", ""),
    "one line text": ("a", 'x="', '"\n'),
    "one line text unclosed": ("a", 'x="', ""),
    "one line text unclosed ml": ("a", 'x="""', ""),
    "one line brackets": ("[", "", ""),
    "brackets value": ("[", "x=", ""),
    "brackets pairs": ("[],", "x=[", ""),
    "braces": ("{", "x=", ""),
    "close": ("]", "", ""),
    "newlines": ("\n", "", ""),
    "blank": (" ", "", ""),
    "blank lines": (" \n", "", ""),
    "crlf": ("\r\n", "", ""),
    "cr": ("\r", "", ""),
    "comments": ("#\n", "", ""),
    "comment one": ("#", "", ""),
    "comments in list": ("#\n", "x=[", "]\n"),
    "newlines in list": ("\n", "x=[", "]\n"),
    "comment nl in list": ("1,#\n", "x=[", "]\n"),
    "escapes n": ("\\n", 'x="', '"\n'),
    "escapes u": ("\\u0041", 'x="', '"\n'),
    "escapes ml": ("\\n", 'x="""', '"""\n'),
    "escapes cont": ("\\\n", 'x="""', '"""\n'),
    "escapes bad": ("\\q", 'x="', '"\n'),
    "escapes bad ml": ("\\q", 'x="""', '"""\n'),
    "escapes list": ('"\\n",', "x=[", "]\n"),
    "bad escape list": ('"\\q",', "x=[", "]\n"),
    "escaped quotes": ('\\"', 'x="', '"\n'),
    "escaped quotes ml": ('\\"', 'x="""', '"""\n'),
    "backslashes": ("\\", 'x="', '"\n'),
    "backslashes only": ("\\", "", ""),
    "lines quotes": ('"" ', 'x="""', '"""\n'),
    "lines nl": ("\n", 'x="""', '"""\n'),
    "lines lit nl": ("'\n", "x='''", "'''\n"),
    "lines headers": ("[a]\nb = 1\n", 'x="""', '"""\n'),
    "lines headers unclosed": ("[a]\nb = 1\n", 'x="""', ""),
    "list headers unclosed": ("[a],\n", "x=[", ""),
    "control": ("\x01", "", ""),
    "nul lines": ("\x00\n", "", ""),
    "equals": ("=", "", ""),
    "dots": ("a.", "", ""),
    "dots key": (".", "", ""),
    "digits": ("1", "x=", "\n"),
    "commas": (",", "x=[", ""),
    "curly": ("“", "x=", ""),
    "curly lines": ("x=“a”\n", "", ""),
    "emoji": ("😀", 'x="', '"\n'),
    "odd blanks": ("\u00a0\n", "", ""),
    "key long": ("k", "", "=1\n"),
    "key quoted long": ("k", '"', '"=1\n'),
    "key escapes": ("\\u0041", '"', '"=1\n'),
    "group over lines": ("a={\nb=1\n}\n", "", ""),
    "group over lines list": (" {\n a=1\n },\n", "a=[\n", ""),
    "text then more": ('a="b" c\n', "", ""),
    "text quotes": ('a="b"c" d\n', "", ""),
    "nested groups list": ("{a=[{a=[{a=[{a=[", "x=", ""),
    "header line": ("[a]b=1\n", "", ""),
    "long line words": ("a b ", "", ""),
    "long line pairs": ("a=1 ", "", ""),
    "long line header": ("a b ", "[", "]\n"),
    "long bare list": ("a b ", "x=[", "]\n"),
    "swallow": ('a="""\nb="""\n', "", ""),
    "blank text lines": (" a\n", "x=[", ""),
    "spaces after list": (" ", "x=[", ""),
    "pair spaces": (" ", "x ", "=1\n"),
    "value spaces": (" ", "x=", "1\n"),
    "many blank then": (" \t\n", "x = \n", ""),
    "bracketed lines": ("[quiet]\n", 'x="""\n', ""),
    "likely": ("a= b\n", 'x="""\n', ""),
    "nearly closed": ("””\n", 'x="""\n', ""),
    "numbers": ("a=1_000,0\n", "", ""),
    "digits words": ("a=08\n", "", ""),
    "colon": ('a: "b"\n', "", ""),
}

NUMBERED: dict[str, Callable[[int], str]] = {
    "tiny tables": lambda n: f"[{name(n)}]\n",
    "tables below one": lambda n: f"[a.{name(n)}]\n",
    "deep tables": lambda n: f"[{dotted(n)}]\n",
    "deep tables with the same way there": lambda n: f"[a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.{name(n)}]\n",
    "lists of tables": lambda n: f"[[{name(n)}]]\n",
    "short keys": lambda n: f"{name(n)}=1\n",
    "quoted keys": lambda n: f'"\\n{name(n)}"=1\n',
    "keys of texts": lambda n: f"{name(n)}=''\n",
    "keys of times": lambda n: f"{name(n)}=1979-05-27 07:32:00\n",
    "keys of lists": lambda n: f"{name(n)}=[]\n",
    "keys of groups": lambda n: f"{name(n)}={{}}\n",
    "keys of short lists": lambda n: f"{name(n)}=[1,1,1,1]\n",
    "dotted keys": lambda n: f"{name(n)}.a=1\n",
    "deep keys": lambda n: f"{dotted(n)}=1\n",
    "deep keys with the same way there": lambda n: f"a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.{name(n)}=1\n",
}


def _within_limits() -> dict[str, Callable[[], str]]:
    """Texts that the guard lets just pass: what a reader is given at worst."""
    tables, parts = MOST_TABLES - 1_000, MOST_PARTS - 1_000
    return {
        "most tables": lambda: many(lambda n: f"[{name(n)}]\n", tables),
        "most tables with keys": lambda: many(lambda n: f"[{name(n)}]\na=1\nb=''\n", tables),
        "most deep tables": lambda: many(lambda n: f"[{dotted(n)}]\n", tables // 17),
        "most lists of tables": lambda: many(lambda n: f"[[{name(n)}]]\n", tables),
        "most lists": lambda: many(lambda n: f"{name(n)}=[]\n", tables),
        "most lists in a deep table": lambda: DEEP + many(lambda n: f"{name(n)}=[]\n", tables),
        "most keys": lambda: many(lambda n: f"{name(n)}=1\n", parts),
        "most keys in a deep table": lambda: DEEP + many(lambda n: f"{name(n)}=1\n", parts // 3),
        "most keys and a clash": lambda: many(lambda n: f"{name(n)}=1\n", parts) + "a=1\n",
        "most quoted keys": lambda: many(lambda n: f'"\\n{name(n)}"=1\n', parts),
        "most dotted keys in a deep table": lambda: DEEP + many(lambda n: f"{name(n)}.a=1\n", parts // 4),
        "most deep keys": lambda: many(lambda n: f"{dotted(n)}=1\n", tables // 17),
        "most dotted keys": lambda: many(lambda n: f"b.{name(n // 8)}.c.d{n % 8}.s{name(n)}=''\n", 230_000),
        "most items": lambda: repeated("1,", "x=[", "]\n", 2 * parts),
        "most items and one that is none": lambda: repeated("'a',\n", "x=[", "b]\n", 5 * parts),
        "most items and no end": lambda: repeated("'a',\n", "x=[", "", 5 * parts),
        "most groups": lambda: repeated("{a=1},", "x=[", "]\n", 2 * parts),
        "most lists in lists": lambda: repeated("[" * 15 + "]" * 15 + ",", "x=[", "]\n", 28 * parts // 15),
        "most keys in a group": lambda: "x={a=1" + many(lambda n: f",{name(n)}b=1", parts // 2) + "}\n",
        "most of everything": _mixture,
        "most of everything, wide": lambda: f"#😀\n{_mixture()}"[:-8],
        "most of everything, and a fault": lambda: f"{_mixture()[:-4]}\nx=\n",
    }


def _mixture() -> str:
    tables = many(lambda n: f"[{name(n)}]\n", MOST_TABLES - 1_000)
    keys = many(lambda n: f"{name(n)}=1\n", MOST_PARTS - MOST_TABLES - 1_000)
    return repeated("#\n", f"{tables}[zzzzzz]\n{keys}")


LARGE: dict[str, Callable[[], str]] = {
    **{title: partial(repeated, *unit) for title, unit in UNITS.items()},
    **{title: partial(many, make) for title, make in NUMBERED.items()},
    **_within_limits(),
}
"""Texts of up to 16 MiB."""
