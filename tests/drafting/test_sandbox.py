"""A hostile template or hostile notes: nothing is read, nothing is run, nothing hangs, and the error is clear."""

from __future__ import annotations

import contextlib
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from counted import calls_of
from program import REVIEW, Ran, review
from reviewcli.drafting import Settings, draft, meter
from reviewcli.drafting.templates import find_template
from reviewcli.notes.model import CastMember, Comparison, Critique, Notes, Point

NOTES = "title: Her\nyear: 2013\nsynopsis: It rains.\nextra: {n: 3}\n"
ROOM = 400 * 2**20  # bytes of memory; a run needs a tenth of it

LOOPS = {
    "range": "{% for i in range(10**9) %}{{ i }}{% endfor %}",
    "long range": "{% for i in range(1000000000) %}{% endfor %}",
    "nested loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "loops and text": "{% for a in range(90000) %}{{ 'x' * 900 }}{% endfor %}",
    "recursive loop": "{% for a in [[1]] recursive %}{{ loop([a, a]) }}{% endfor %}",
    "wide recursive loop": "{% for a in [1] recursive %}{{ loop(range(99999)) if loop.depth < 9 }}{% endfor %}",
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "branching macro": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "block": "{% block a %}{{ self.a() }}{% endblock %}",
    "include": "{% include 'attack.md.j2' %}",
    "include twice": "{% include 'attack.md.j2' %}{% include 'attack.md.j2' %}",
    "extends": "{% extends 'attack.md.j2' %}",
    "import": "{% import 'attack.md.j2' as a with context %}",
    "filter in a loop": "{% for i in range(99999) %}{{ range(9999) | sum }}{% endfor %}",
    "map": "{% for i in range(9999) %}{{ range(99999) | map('abs') | list | length }}{% endfor %}",
    "sort": "{% for i in range(9999) %}{{ range(99999) | sort | first }}{% endfor %}",
}
ONLY_THE_CLOCK_ENDS = {
    "our filter in a loop": "{% for i in range(99999) %}{{ ('never blinks, ' * 9999) | prose | length }}{% endfor %}",
    "contains": "{% set x = 'a' * 900000 %}{% for i in range(99999) %}{% if ('a' * 99999 ~ 'b') in x %}{% endif %}{% endfor %}",
}
SIZES = {
    "times": "{{ 'x' * 10**10 }}",
    "times the other way": "{{ 10000000000 * 'x' }}",
    "list times": "{{ [1] * 10**10 }}",
    "power": "{{ 10 ** 10 ** 10 }}",
    "power of a variable": "{% set n = 9 %}{{ n ** n ** n ** n }}",
    "products": "{% set s = namespace(n=99) %}{% for i in range(60) %}{% set s.n = s.n * s.n %}{% endfor %}{{ s.n }}",
    "format": "{{ '%10000000000d' % 1 }}",
    "format method": "{{ '{:10000000000}'.format(1) }}",
    "format filter": "{{ '%10000000000d' | format(1) }}",
    "format_map": "{{ '{a:10000000000}'.format_map({'a': 1}) }}",
    "doubling": "{% set s = namespace(t='x') %}{% for i in range(60) %}{% set s.t = s.t ~ s.t %}{% endfor %}{{ s.t }}",
    "adding": "{% set s = namespace(t='x') %}{% for i in range(60) %}{% set s.t = s.t + s.t %}{% endfor %}{{ s.t }}",
    "doubling a block": "{% set s %}x{% endset %}{% for i in range(1) %}{% endfor %}{% set s = namespace(t='xxxxxxxxxx') %}"
    "{% for i in range(60) %}{% set b %}{{ s.t }}{{ s.t }}{% endset %}{% set s.t = b %}{% endfor %}",
    "lists in lists": "{% set s = namespace(t=[1]) %}{% for i in range(60) %}{% set s.t = [s.t, s.t] %}{% endfor %}{{ s.t }}",
    "tuples in tuples": "{% set s = namespace(t=(1, 2)) %}{% for i in range(60) %}{% set s.t = (s.t, s.t) %}{% endfor %}{{ s.t }}",
    "dicts in dicts": "{% set s = namespace(t={}) %}{% for i in range(60) %}{% set s.t = {'a': s.t, 'b': s.t} %}{% endfor %}{{ s.t }}",
    "dict calls": "{% set s = namespace(t={}) %}{% for i in range(60) %}{% set s.t = dict(a=s.t, b=s.t) %}{% endfor %}{{ s.t }}",
    "center": "{{ 'x' | center(10000000000) }}",
    "center method": "{{ 'x'.center(10000000000) }}",
    "zfill": "{{ 'x'.zfill(10000000000) }}",
    "indent": "{{ 'x' | indent(10000000000, true) }}",
    "wide indent": "{{ ('x\n' * 90000) | indent('y' * 90000) }}",
    "replace": "{{ ('x' * 90000) | replace('x', 'y' * 90000) }}",
    "replace method": "{{ ('x' * 90000).replace('x', 'y' * 90000) }}",
    "replace nothing": "{{ ('x' * 90000).replace('', 'y' * 90000) }}",
    "join": "{{ range(90000) | join('y' * 90000) }}",
    "join method": "{{ ('y' * 90000).join(['a'] * 90000) }}",
    "sum of lists": "{{ [range(9999) | list] * 9 | sum(start=[]) }}",
    "batch": "{{ [1] | batch(10000000000, 0) | list }}",
    "slice": "{{ [1] | slice(10000000000) | list }}",
    "to_bytes": "{{ (1).to_bytes(10000000000, 'big') }}",
    "expandtabs": "{{ '\t'.expandtabs(10000000000) }}",
    "splat": "{{ dict(*range(10000000000)) }}",
    "lipsum": "{{ lipsum(n=100000000) }}",
    "wordwrap": "{{ ('x ' * 90000) | wordwrap(1, wrapstring='y' * 90000) }}",
    "cycler": "{% set c = cycler(*('x' * 999999)) %}{% for i in range(99999) %}{{ c.next() * 900 }}{% endfor %}",
}
READS = {
    "class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals": "{{ notes.people.__globals__ }}",
    "method of notes": "{{ notes.people() }}",
    "pen": "{{ pen.notes }}",
    "pen's inside": "{{ pen.__init__.__globals__ }}",
    "config": "{{ self._TemplateReference__context.environment }}",
    "attr filter": "{{ '' | attr('__class__') }}",
    "map attribute": "{{ ([''] | map(attribute='__class__') | first).x }}",
    "include /etc": "{% include '/etc/hostname' %}",
    "include up": "{% include '../secret.md.j2' %}",
    "import up": "{% import '../secret.md.j2' as s %}",
    "extends up": "{% extends 'x/../../secret.md.j2' %}",
    "cycler globals": "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "generator frame": "{{ (notes.synopsis | map(attribute='text')).gi_frame }}",
    "format attribute": "{{ '{0.__class__}'.format('') }}",
    "open": "{{ open('/etc/hostname').read() }}",
    "mutation": "{% set _ = notes.extra.update({'n': 4}) %}{{ notes.extra.n }}",
}


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is counted ends a template, on a slow machine as on a fast one."""
    monkeypatch.setattr(meter, "MOST_SECONDS", float("inf"))


def attacked(folder: Path, template: str, notes: str = NOTES) -> Ran:
    """The run of a template, in little memory."""
    with in_little_memory():
        return review(*written(folder, template, notes), cwd=folder / "inner")


def written(folder: Path, template: str, notes: str = NOTES) -> list[str]:
    """The arguments of a run of this template, beside what it must not read."""
    (folder / "inner").mkdir()
    (folder / "secret.md.j2").write_text("s3cret", encoding="utf-8")
    (folder / "inner" / "attack.md.j2").write_text(template, encoding="utf-8")
    (folder / "inner" / "her.yaml").write_text(notes, encoding="utf-8")
    return ["new", "her.yaml", "-t", "./attack.md.j2", "--no-front-matter"]


@contextlib.contextmanager
def in_little_memory() -> Iterator[None]:
    """This process with little more memory than it has."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (psutil.Process().memory_info().vms + ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def is_refused(ran: Ran) -> None:
    assert ran.code == 2, ran.out[:200]
    assert ran.out == ""
    assert ran.err.startswith("attack.md.j2"), ran.err
    assert len(ran.err.splitlines()) <= 2, ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_without_end_is_ended(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "MOST_STEPS", 100_000)
    is_refused(attacked(tmp_path, LOOPS[name]))


@pytest.mark.parametrize("name", ONLY_THE_CLOCK_ENDS)
def test_what_takes_few_steps_and_long_is_ended(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meter, "MOST_SECONDS", 0.1)
    ran = attacked(tmp_path, ONLY_THE_CLOCK_ENDS[name])
    is_refused(ran)
    assert "longer than 0.1 seconds" in ran.err


@pytest.mark.parametrize("name", SIZES)
def test_nothing_grows_without_bound(name: str, tmp_path: Path) -> None:
    ran = attacked(tmp_path, SIZES[name])
    is_refused(ran)
    assert "itself without end" not in ran.err  # what is said when memory runs out


@pytest.mark.parametrize("name", READS)
def test_nothing_but_the_notes_is_read(name: str, tmp_path: Path) -> None:
    ran = attacked(tmp_path, READS[name])
    assert "s3cret" not in ran.out
    is_refused(ran)


def test_a_process_of_its_own_refuses_the_same(tmp_path: Path) -> None:
    command = [str(REVIEW), *written(tmp_path, LOOPS["nested loops"])]
    ran = subprocess.run(command, cwd=tmp_path / "inner", capture_output=True, text=True, check=False)
    is_refused(Ran(ran.returncode, ran.stdout, ran.stderr))
    assert f"more than {meter.MOST_STEPS:,} steps" in ran.stderr


REPEATED = {
    "words": "rain ",
    "one word": "a",
    "asterisks": "*",
    "asterisk words": "*a ",
    "underscores": "_a",
    "quotes": '"',
    "open quotes": "“a ",
    "brackets": "(",
    "square brackets": "[",
    "closed brackets": "[a]",
    "links": "[a](",
    "stops": ".",
    "spaced stops": ". ",
    "commas": "a, ",
    "apostrophes": "a'",
    "hyphens": "a-",
    "dashes": " - ",
    "backticks": "`",
    "tags": "<!--",
    "roles": "Samantha laughs. ",
    "title words": "Mr. A. ",
    "digits": "1",
    "blanks": " ",
    "verbs": "holds never blinks and ",
    "but": "but ",
}


def notes_of(text: str) -> Notes:
    """Notes with this text wherever prose may stand."""
    points = (Point(text=text),)
    return Notes(
        title="Her",
        cast=(CastMember(name="Scarlett Johansson", roles=("Samantha",)),),
        opening=text,
        synopsis=points,
        performances={"Johansson": points},
        craft={"music": points},
        themes=points,
        critique=Critique(strengths=points, weaknesses=points),
        comparisons=(Comparison(title="Us", why=text),),
        verdict=points,
        audience=text,
    )


@pytest.mark.parametrize("template", ["standard", "capsule", "letterboxd"])
@pytest.mark.parametrize("name", REPEATED)
def test_a_point_twice_as_long_is_four_times_the_work_at_most(name: str, template: str) -> None:
    def work(times: int) -> int:
        notes = notes_of("a" + REPEATED[name] * times + "b.")
        return calls_of(lambda: draft(notes, find_template(template), Settings()))

    work(10)  # loads what is kept
    assert work(200) < 4.5 * work(100)
