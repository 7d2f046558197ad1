"""From Dutch and English prose to themes, words and facts, without a model and without a network."""
