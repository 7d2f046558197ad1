"""The local supply as columns: facts packed once, a spatial order, and what the prose adds."""
