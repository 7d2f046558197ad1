"""How much processor time it takes to draw the card, the leaflet, the letter and the preview of the sample's clients.

python benchmarks/cards.py
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from wor_match import Advice, Matcher, load_sample
from wor_match.sample import SAMPLE_DATE

DRAW: dict[str, Callable[[Advice], str]] = {
    "card, coach": lambda advice: advice.to_html(),
    "card, client": lambda advice: advice.to_html(audience="client"),
    "leaflet, je": lambda advice: advice.leaflet(address="je"),
    "letter, html": lambda advice: advice.letter(consent=True, style="html"),
    "notebook preview": lambda advice: advice._repr_html_(),
    "text, coach": lambda advice: advice.to_text(),
}


def main(times: int = 5) -> None:
    catalogue, clients = load_sample()
    matcher = Matcher(catalogue, as_of=SAMPLE_DATE)
    advices = [matcher.recommend(client, 5) for client in clients]
    for name, draw in DRAW.items():
        took, sizes = [], []
        for advice in advices:
            sizes.append(len(draw(advice)))  # once to warm up
            for _ in range(times):
                begin = time.process_time()
                draw(advice)
                took.append(time.process_time() - begin)
        worst = sorted(took)[int(0.95 * len(took))]
        print(
            f"{name:18} median {1000 * statistics.median(took):5.2f} ms   95% {1000 * worst:5.2f} ms"
            f"   {statistics.median(sizes) / 1024:5.1f} KiB"
        )


if __name__ == "__main__":
    main()
