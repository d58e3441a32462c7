"""How the cost of one file grows with its length."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

SIZES = (10_000, 100_000, 1_000_000)


def growth(cpu_of: Callable[[tuple[str, ...]], float], review: str, folder: Path) -> None:
    """Lint files of 10k, 100k and 1M words, once each, and print what they cost and by how much it grew."""
    print("| words | CPU s | words a second | × the size before |\n|---:|---:|---:|---:|")
    before = None
    for size in SIZES:
        file = folder / f"{size}.md"
        file.write_text(text_of(size), encoding="utf-8")
        cpu = cpu_of(
            (review, "lint", "--isolated", "--no-notes", "--no-cache", "--grammar", "off", str(file))
        )
        grown = f"{cpu / before:.1f}" if before else ""
        print(f"| {size:,} | {cpu / 1000:.2f} | {size / cpu * 1000:,.0f} | {grown} |", flush=True)
        before = cpu


def text_of(words: int) -> str:
    """That many words: the sentences of a review in an order of chance, which is the same each time."""
    draft = Path(__file__).with_name("her.md").read_text(encoding="utf-8")
    sentences = [
        sentence.rstrip(".") + "."
        for paragraph in draft.split("\n\n")
        if not paragraph.startswith("#")
        for sentence in paragraph.strip().split(". ")
    ]
    chance, text, count = random.Random(7), [], 0
    while count < words:
        paragraph = " ".join(chance.sample(sentences, 5))
        text.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(text) + "\n"
