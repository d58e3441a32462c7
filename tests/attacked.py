"""What attacks mutate, and what is run on it; the exit codes are the contract's."""

from __future__ import annotations

from pathlib import Path

from program import ROOT

SIGNS = "÷ … — 😀 +++ *( )* ` [ ]( {a, b} \\ \" ' : # - > | & ! % @ \x1b[31m \u202e \u2028 \t <!-- --> {{ }} {% %}".split(
    " "
)
NOTES = (
    "title: Her\nyear: 2013\ndirectors: [Spike Jonze]\nscore: 4/5\nthemes:\n  - The city is built of two.\n"
)
DRAFT = "# Her\n\nThe the film is good, and it is a tour de force.\n"
_BASELINE = """\
{
 "version": 1,
 "files": {
  "her.md": [{"rule": "doubled-word", "match": "The the", "before": "", "after": "film is good"}]
 }
}
"""
_LETTERBOXD = """\
Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date
2024-01-02,Her,2013,https://boxd.it/a,4.5,,"love, city",2024-01-01
2024-01-03,"Crouching Tiger, Hidden Dragon",2000,https://boxd.it/b,5,Yes,,2024-01-02
"""
_GOODREADS = """\
Book Id,Title,Author,My Rating,Date Read,My Review
1,Emma,Jane Austen,5,2024/01/02,"She <b>means</b> well.<br/>Nobody thanks her."
"""
_IMDB = "Const,Your Rating,Date Rated,Title,Title Type,Year,Directors\ntt1798709,9,2024-01-02,Her,Movie,2013,Spike Jonze\n"


def _texts(*places: Path) -> tuple[str, ...]:
    return tuple(place.read_text("utf-8") for place in places)


SEEDS = {
    "notes": _texts(*sorted((ROOT / "examples").glob("*.yaml"))),
    "draft": _texts(*sorted((ROOT / "tests" / "cases").glob("*/draft.md"))),
    "config": _texts(ROOT / "config.example.yaml"),
    "template": _texts(*sorted((ROOT / "templates" / "film").glob("*.j2"))),
    "baseline": (_BASELINE,),
    "letterboxd": (_LETTERBOXD,),
    "goodreads": (_GOODREADS,),
    "imdb": (_IMDB,),
    "cast": ("Joaquin Phoenix as Theodore\nScarlett Johansson (voice) … Samantha\n",),
}
RUNS = {
    "notes": ("check {}", "check --fix {}", "new {} -o out.md --force"),
    "draft": ("lint --grammar off {}", "lint --grammar off --fix {}", "lint --grammar off --format html {}", "facts {}",
              "strip {}", "outline {}", "stats {}", "update {} --notes her.yaml --yes", "export json {} --unfinished"),
    "config": ("--config {} lint --grammar off her.md", "--config {} new her.yaml"),
    "template": ("new her.yaml -t ./{}",),
    "baseline": ("lint --grammar off --baseline {} her.md", "lint --grammar off --write-baseline {} her.md"),
    "letterboxd": ("import letterboxd {} -o imported --force",),
    "goodreads": ("import goodreads {} -o imported --force",),
    "imdb": ("import imdb {} -o imported --force",),
    "cast": ("import cast {} --into her.yaml",),
}  # fmt: skip
NAMES = {
    "notes": "x.yaml",
    "draft": "x.md",
    "config": "c.yaml",
    "template": "t.md.j2",
    "baseline": "b.json",
    "cast": "cast.txt",
}
# Commands that write, with the file that each writes and what it holds before.
WRITING = {
    "lint --grammar off --fix w.md": ("w.md", "# Her\n\nThe the film is good.\n" * 50),
    "check --fix w.yaml": ("w.yaml", "title: Dune: Part Two\nverdict: Good: very.\n"),
    "update u.md --notes her.yaml --yes": ("u.md", f"---\ntitle: Her\nscore: 5/5\n---\n\n{DRAFT}"),
    "words add --house one two": (".review-dictionary.txt", "zero\n"),
    "import cast rows.txt --into i.yaml": ("i.yaml", "title: Her\n"),
    "lint --grammar off --write-baseline w.json her.md": ("w.json", '{"version": 1, "files": {}}\n'),
}


def sized(size: int) -> dict[str, str]:
    """Drafts of that many letters, each of one shape."""
    shapes = {
        "a list": "- The sea is a long way off\n",
        "links": "See [the page](https://example.org/a) of it. ",
        "lines": "a b\n",
        "quotations": "> She said “no” to it.\n\n",
        "directives": "<!-- review-disable-line cliche -->\n",
        "markers": "<!-- review-todo x: y -->\n\n",
        "entities": "&amp; ",
        "digits": "7",
        "signs": "<![{(*_`",
    }
    return {name: f"# T\n\n{shape * (size // len(shape))}\n" for name, shape in shapes.items()}
