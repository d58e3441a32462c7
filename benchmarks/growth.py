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


# Texts that once cost more than in proportion to their length.
SHAPES: dict[str, Callable[[int], str]] = {
    "[a](": lambda size: "[a](" * (size // 4),
    "one word": lambda size: "A" * size,
    "names": lambda size: "".join(f"X{_letters(n)} Y{_letters(7 * n)}. " for n in range(size // 12)),
    "directives": lambda size: _SILENT * (size // len(_SILENT)),
    "very": lambda size: f"It is {'very ' * (size // 5)}good.",
    "one name": lambda size: "Phoenix " * (size // 8),
    "one line": lambda size: " ".join(text_of(size // 6).split()),
}
_SILENT = "<!-- review-disable cliche -->\nA tour de force.\n<!-- review-enable cliche -->\n\n"
NOTES = "title: Her\ndirectors: [Spike Jonze]\ncast:\n  - {name: Joaquin Phoenix, role: Theodore}\n"


def shapes(cpu_of: Callable[[tuple[str, ...]], float], review: str, folder: Path) -> None:
    """Lint 16, 32 and 64 KB of each shape with notes, and print what they cost."""
    print("| shape | 16 KB | 32 KB | 64 KB |\n|---|---:|---:|---:|")
    (folder / "notes.yaml").write_text(NOTES, encoding="utf-8")
    file = folder / "shape.md"
    for name, text in SHAPES.items():
        costs = []
        for size in (16_000, 32_000, 64_000):
            file.write_text(f"# T\n\n{text(size)}\n", encoding="utf-8")
            notes = ("--notes", str(folder / "notes.yaml"))
            costs.append(
                cpu_of((review, "lint", "--isolated", "--no-cache", "--grammar", "off", *notes, str(file)))
            )
        print(f"| {name} | " + " | ".join(f"{cost / 1000:.2f}" for cost in costs) + " |", flush=True)


def _letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(3))


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
