"""Plain mode: a conversation as numbered prompts on ordinary scrollback.

For screen readers, braille lines, pipes and scripts: no boxes, no cursor
movement, no colour, nothing that is drawn twice. Everything one can do in play
and debrief on the screens can be done here.
"""
