"""Wording: one table of sentences a language, labels, and the forms that numbers, dates and lists take."""
