"""From a run to records, and from records to sentences."""
