"""A client compiled for the pipeline."""

from wor_match.query.query import Query, compile_query

__all__ = ["Query", "compile_query"]
