"""The words of the field: enums, and tables with a source for every row."""
