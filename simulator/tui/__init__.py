"""The screens.

Laws of this package: a screen decides neither what can be said nor what it is
worth; every text of a pack is drawn as plain text, never as markup; presenters
make plain values from a play, widgets draw them. Attributes go down, messages
go up.
"""
