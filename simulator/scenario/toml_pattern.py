"""Patterns for pieces of TOML 1.0, quick because they never go back."""

from __future__ import annotations

DOTS = 16
"""Most dots in a key."""

TEXT = (
    r'(?:"(?:""[^"]*+(?:(?<!\\)"{1,2}+[^"]++)*+(?<!\\)"{3,5}+|(?!"")[^"]*+(?<!\\)")'
    r"|'(?:''[^']*+(?:'{1,2}+[^']++)*+'{3,5}+|(?!'')[^']*+'))"
)
"""Most texts: a quote after a backslash is left to `ANY_TEXT`, because it may end its text or not."""
ANY_TEXT = (
    r'(?:"""(?:[^"\\]++|\\.|"{1,2}+(?!"))*+"{3,5}+|"(?!"")(?:[^"\\\n]++|\\[^\n])*+"'
    r"|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+|'(?!'')[^'\n]*+')"
)
"""Every text; a dot stands for line ends as well."""

BLANKS = r"[ \t]*+"
SPACE = r"(?:[ \t\r\n]++|\#[^\n]*+)*+"
"""Blanks, line ends and comments."""
LINE_END = rf"(?:\n|{BLANKS}(?:\#[^\n]*+)?+\r?+\n)"

NAME = r"""(?:[a-z0-9_A-Z-]{1,100}+|"(?!"")[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"|'(?!'')[^'\n]*+')"""
"""Most names."""
ANY_NAME = r"""(?:[A-Za-z0-9_-]++|"(?!"")(?:[^"\\\n]++|\\[^\n])*+"|'(?!'')[^'\n]*+')"""
KEY = rf"{NAME}{BLANKS}(?:\.{BLANKS}{NAME}{BLANKS}){{0,{DOTS}}}+"
"""Most keys, with the blanks after them."""
WORD_CHARACTERS = r"[a-z0-9A-Z_+.:-]"
"""What a value without quotes is made of."""
