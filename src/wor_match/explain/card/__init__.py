"""An advice on paper and on a screen: the coach's card, the client's leaflet, the letter, the notebook preview.

All of them draw the same lines as the plain text (``explain.lines``), so that they cannot tell something else. Each is
one page without script, fonts, pictures or anything else from a network.
"""
