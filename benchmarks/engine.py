"""What our Harper engine costs against bare harper-py on the same text: whole processes in turns.

    python benchmarks/engine.py [--rounds 9] [--draft FILE]

`run.py` measures the whole of `review lint`; here is only what it takes to read the text and have it checked, so
that a change to the engine shows.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path

from run import BARE_HARPER, ROOT, Case, cost_of

ENGINE = """
import sys
from reviewcli.engines.harper import warm
from reviewcli.engines.opening import open_engines
warm()
from reviewcli.document import Document
source = open(sys.argv[1], encoding="utf-8").read()
for engine in open_engines("harper"):
    list(engine.check(Document(source, plain=True)))
"""


def main() -> None:
    """Print both costs and their ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--draft", type=Path, default=ROOT / "examples" / "her-review.txt")
    args = parser.parse_args()
    cases = [
        Case("bare harper-py", (sys.executable, "-c", BARE_HARPER, str(args.draft))),
        Case("our engine", (sys.executable, "-c", ENGINE, str(args.draft))),
    ]
    costs = {case.name: [cost_of(case) for _ in range(0)] for case in cases}
    for _ in range(args.rounds):
        for case in cases:
            costs[case.name].append(cost_of(case))
    cpu = {name: statistics.median(cost.cpu for cost in of) for name, of in costs.items()}
    for name, of in costs.items():
        peak = statistics.median(cost.peak for cost in of)
        print(
            f"{name:16} {cpu[name]:7.0f} ms CPU {peak:6.0f} MiB   {cpu[name] / cpu['bare harper-py']:.2f} x bare"
        )


if __name__ == "__main__":
    main()
