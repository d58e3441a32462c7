"""Notes run nothing and read no file but themselves, whatever YAML can be made to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from program import review

SECRET = "SECRET-OF-THE-USER"
HOSTILE = (
    "!!python/object/apply:os.system ['touch {there}']",
    "!!python/object/new:os.system ['touch {there}']",
    "!!python/name:os.system",
    "!!python/module:antigravity",
    "!!python/object/apply:subprocess.check_output [['touch', '{there}']]",
    "!!binary VE9VQ0g=",
    "!include {secret}",
    "!!include {secret}",
    "!ENV ${{SECRET}}",
    "!<tag:yaml.org,2002:python/object/apply:os.system> ['touch {there}']",
    "${{SECRET}} $(touch {there}) `touch {there}`",
    "{{{{ ''.__class__.__mro__[1].__subclasses__() }}}} {{% include '{secret}' %}}",
)


@pytest.mark.parametrize("value", HOSTILE)
def test_no_value_runs_or_reads_anything(tmp_path: Path, value: str) -> None:
    secret, there = tmp_path / "secret", tmp_path / "touched"
    secret.write_text(SECRET)
    text = value.format(there=there, secret=secret)
    folder = tmp_path / "desk"
    folder.mkdir()
    for notes in (
        f"title: {text}\n",
        f"title: Her\nextra: {{a: {text}}}\n",
        f"title: Her\nverdict: [{text!r}]\n",
    ):
        (folder / "her.yaml").write_text(notes)
        (folder / "her.md").write_text(f"---\ntitle: Her\nreview: {{profile: {text}}}\n---\n\nText.\n")
        (folder / ".review.yaml").write_text(f"author: {text}\n")
        for command in (("check", "her.yaml"), ("new", "her.yaml"), ("lint", "--grammar", "off", "her.md")):
            ran = review(*command, cwd=folder, SECRET=SECRET)
            assert ran.code in (0, 1, 2)
            assert "Traceback" not in ran.err
            assert SECRET not in ran.out + ran.err
            assert "<class" not in ran.out
    assert not there.exists()
    assert sorted(it.name for it in folder.iterdir()) == [".review.yaml", "her.md", "her.yaml"]


def test_aliases_that_multiply_end_soon(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    (tmp_path / "her.yaml").write_text("title: Her\nextra:\n" + "".join(f"  {line}\n" for line in lines))
    assert review("check", "her.yaml", cwd=tmp_path).code == 2
