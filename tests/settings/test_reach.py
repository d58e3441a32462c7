"""What a config that came with a checkout may name, and where a draft may go."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from languagetool import says, serving
from program import review
from reviewcli.settings.servers import is_loopback
from reviewcli.texts.reach import leads_out, project_of

NOTES = "title: Her\nyear: 2013\n"
SECRET = "PRIVATE-KEY-OF-THE-USER\n"
LINT = ("lint", "--no-cache", "--grammar", "off", "--format", "compact")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository that was cloned into a folder with a secret beside it."""
    folder = tmp_path / "clone"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", "."], cwd=folder, check=True)
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "id.md.j2").write_text(SECRET)
    (tmp_path / "keys" / "words.txt").write_text("Recieves\n")
    (folder / "her.yaml").write_text(NOTES)
    (folder / "her.md").write_text("# *Her*\n\nShe recieves the letters.\n")
    return folder


def configured(clone: Path, text: str) -> None:
    (clone / ".review.yaml").write_text(text)


@pytest.mark.parametrize("folder", ["../keys", "~", "/etc", "linked"])
def test_templates_of_a_project_lie_in_it(clone: Path, folder: str) -> None:
    (clone / "linked").symlink_to("../keys")
    configured(clone, f"profile: short\ntemplates: {folder!r}\n")
    ran = review("new", "her.yaml", cwd=clone, HOME=str(clone.parent / "keys"))
    assert (ran.code, ran.out) == (2, "")
    assert f".review.yaml:2:1: “templates” leads out of {clone}, and a config that comes with" in ran.err


def test_a_template_that_is_a_link_out_of_the_project_is_not_read(clone: Path) -> None:
    (clone / "house").mkdir()
    (clone / "house" / "key.md.j2").symlink_to("../../keys/id.md.j2")
    (clone / "house" / "evil.md.j2").write_text('{% include "key.md.j2" %}')
    configured(clone, "templates: house\ntemplate: ./house/evil.md.j2\n")
    ran = review("new", "her.yaml", cwd=clone)
    assert (ran.code, ran.out) == (2, "")
    assert f"key.md.j2: the template is a link out of {clone}." in ran.err


def test_a_template_of_a_config_lies_in_its_project(clone: Path) -> None:
    configured(clone, "template: ../keys/id.md.j2\n")
    ran = review("new", "her.yaml", cwd=clone)
    assert (ran.code, ran.out) == (2, "")
    assert ".review.yaml:1:1: “template” leads out of" in ran.err
    assert SECRET in review("new", "her.yaml", "-t", "../keys/id.md.j2", cwd=clone).out


@pytest.mark.parametrize("output", ["../{slug}.md", "linked/{slug}.md", "drafts/{slug}.md"])
def test_a_draft_goes_nowhere_outside_of_the_project_by_its_config(clone: Path, output: str) -> None:
    (clone / "linked").symlink_to("..")
    (clone / "drafts").mkdir()
    (clone / "drafts" / "her-2013.md").symlink_to("../../her-2013.md")  # nothing is there yet
    (clone / "drafts" / "her.md").symlink_to("../../her.md")
    configured(clone, f"output: '{output}'\n")
    ran = review("new", "her.yaml", cwd=clone)
    assert ran.code == 2
    assert ".review.yaml:1:1: “output” leads out of" in ran.err
    assert sorted(it.name for it in clone.parent.iterdir()) == ["clone", "keys"]
    assert review("new", "her.yaml", "-o", "../mine.md", cwd=clone).code == 0


def test_lists_of_words_and_folders_of_notes_lie_in_the_project(clone: Path) -> None:
    configured(clone, "dictionary: [../keys/words.txt]\n")
    ran = review(*LINT, "her.md", cwd=clone)
    assert ran.code == 2
    assert ".review.yaml:1:1: “dictionary” leads out of" in ran.err
    configured(clone, "notes: ../keys\n")
    ran = review(*LINT, "her.md", cwd=clone)
    assert ran.code == 2
    assert ".review.yaml:1:1: “notes” leads out of" in ran.err


def test_without_a_repository_the_folder_of_the_config_is_the_project(tmp_path: Path) -> None:
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (folder / "her.md").write_text("Fine.\n")
    (tmp_path / "words.txt").write_text("Twombly\n")
    configured(folder, "dictionary: [../words.txt]\n")
    ran = review(*LINT, "her.md", cwd=folder)
    assert ran.code == 2
    assert f"“dictionary” leads out of {folder}" in ran.err


def test_the_users_own_config_and_one_that_a_flag_names_go_anywhere(clone: Path) -> None:
    house = clone.parent / "config" / "review"
    house.mkdir(parents=True)
    (house / "config.yaml").write_text(f"dictionary: [{clone.parent}/keys/words.txt]\n")
    assert review(*LINT, "her.md", cwd=clone, XDG_CONFIG_HOME=str(house.parent)).code == 0
    configured(clone, "dictionary: [../keys/words.txt]\n")
    assert review(*LINT, "--config", ".review.yaml", "her.md", cwd=clone).code == 0


def test_a_home_that_is_kept_in_git_is_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "work" / "drafts").mkdir(parents=True)
    assert project_of(tmp_path / "work" / "drafts") == tmp_path
    monkeypatch.setenv("HOME", str(tmp_path))
    assert project_of(tmp_path / "work" / "drafts") == tmp_path / "work" / "drafts"
    assert leads_out(tmp_path / "work" / ".." / "other", tmp_path / "work")
    assert not leads_out(tmp_path / "work" / "new" / "not-there.md", tmp_path / "work")


@pytest.mark.parametrize("pointer", ["../shadow", "link.yaml", "{absolute}"])
def test_what_a_draft_points_at_outside_of_its_project_is_not_quoted(clone: Path, pointer: str) -> None:
    shadow = clone.parent / "shadow"
    shadow.write_text("root:$6$secret:19000:0:99999:7:::\ndaemon: [*\n")
    (clone / "link.yaml").symlink_to("../shadow")
    pointer = pointer.format(absolute=shadow)
    (clone / "her.md").write_text(f"---\nreview: {{notes: {pointer}}}\n---\n\n# *Her*\n\nText.\n")
    for command in (LINT, ("facts",)):
        ran = review(*command, "her.md", cwd=clone)
        assert ran.code == 2
        assert "outside of its project, and cannot be read as notes." in ran.err
        assert "secret" not in ran.err + ran.out
        assert "daemon" not in ran.err + ran.out
    assert "secret" in review("check", shadow, cwd=clone).out  # the user named it


def test_notes_of_the_users_own_folder_are_explained(clone: Path) -> None:
    folder = clone.parent / "notes"
    folder.mkdir()
    (folder / "her.yaml").write_text("title: Her\nyear: never\n")
    (clone / "her.yaml").unlink()
    house = clone.parent / "config" / "review"
    house.mkdir(parents=True)
    (house / "config.yaml").write_text(f"notes: {folder}\n")
    ran = review(*LINT, "her.md", cwd=clone, XDG_CONFIG_HOME=str(house.parent))
    assert f"{folder}/her.yaml:2:" in ran.err + ran.out


@pytest.mark.parametrize("where", ["draft", "base"])
def test_a_profile_outside_of_the_project_is_not_quoted(clone: Path, where: str) -> None:
    (clone.parent / "shadow.yaml").write_text("secret: 1\n")
    (clone / "house.yaml").write_text("based_on: ../shadow.yaml\n")
    named = "../shadow.yaml" if where == "draft" else "./house.yaml"
    (clone / "her.md").write_text(f"---\nreview: {{profile: {named}}}\n---\n\n# *Her*\n\nText.\n")
    for command in (LINT, ("stats",)):
        ran = review(*command, "her.md", cwd=clone)
        assert ran.code == 2
        assert "“../shadow.yaml” lies outside of the project that names it" in ran.err
        assert "secret" not in ran.err + ran.out


REMOTE = "http://192.0.2.1:8081"  # an address that is nobody's


def test_a_config_that_came_with_a_checkout_sends_no_draft_away(clone: Path) -> None:
    configured(clone, f"languagetool_url: {REMOTE}\n")
    told = f".review.yaml:1:1: {REMOTE} is another machine, and a config that comes with a project sends no"
    for command in (("lint", "her.md"), ("lint", "her.md"), ("new", "--lint", "her.yaml", "-o", "x.md")):
        ran = review(*command, cwd=clone)  # the second is answered from the cache
        assert ran.err.count(told) == 1, ran.err
        assert "cannot be reached" not in ran.err
        assert "does not answer" not in ran.err
    assert told not in review("lint", "--grammar", "harper", "her.md", cwd=clone).err


def test_a_server_on_this_machine_and_one_that_the_user_named_are_asked(clone: Path) -> None:
    house = clone.parent / "config" / "review"
    house.mkdir(parents=True)
    lint = ("lint", "--no-cache", "--no-notes", "--format", "compact", "her.md")
    with serving(says()) as server:
        configured(clone, f"languagetool_url: {server.url}\n")
        assert review(*lint, cwd=clone).code == 0
        assert len(server.asked) == 1
        configured(clone, f"languagetool_url: {REMOTE}\n")
        ran = review(*lint, cwd=clone, REVIEW_LANGUAGETOOL_URL=server.url)
        assert (len(server.asked), REMOTE in ran.err) == (2, False)
        assert review(*lint, "--languagetool-url", server.url, cwd=clone).code == 0
        assert len(server.asked) == 3
        (house / "config.yaml").write_text(f"languagetool_url: {server.url}\n")
        ran = review(*lint, cwd=clone, XDG_CONFIG_HOME=str(house.parent))
        assert len(server.asked) == 4  # the user's own, beside the project's
        assert f"{REMOTE} is another machine" in ran.err


@pytest.mark.parametrize(
    "url", ["http://localhost:1", "127.0.0.1:8081", "http://[::1]:9/v2", "http://127.9.9.9"]
)
def test_the_loopback_is_this_machine(url: str) -> None:
    assert is_loopback(url)


@pytest.mark.parametrize(
    "url",
    "http://127.0.0.1.evil.example http://127.0.0.1@evil.example http://localhost.evil http://0x7f.1 http://10.0.0.1"
    " https://api.example http://[::2] http://[ file:///etc/passwd".split(),
)
def test_everything_else_is_another(url: str) -> None:
    assert not is_loopback(url)
