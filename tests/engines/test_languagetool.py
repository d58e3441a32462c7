"""LanguageTool: a real server where there is one, and every way in which a server can let us down."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from languagetool import INSTALLATION, ROOT, Answer, Handler, match, needs_languagetool, says, serving
from program import review
from reviewcli.document import Document
from reviewcli.engines.engine import Engine, EngineError
from reviewcli.engines.languagetool import LanguageTool
from reviewcli.engines.languagetool_rules import CATEGORIES_OFF, OFF
from reviewcli.engines.merge import merged
from reviewcli.engines.opening import open_engines
from reviewcli.notes import Notes
from reviewcli.texts.errors import ReviewError
from reviewcli.texts.findings import Finding, Severity


def found(engine: Engine, text: str, notes: Notes | None = None) -> list[Finding]:
    return list(engine.check(Document(text, notes=notes)))


# What a server says


def test_what_a_server_says_becomes_findings_at_their_place() -> None:
    text = "**It** have it.\n"
    with serving(says(match(3, 4, "HAVE_HAS", "has"))) as server:
        (finding,) = found(LanguageTool(server.url), text)
    assert text[finding.span.start : finding.span.end] == "have"
    assert finding.rule == "languagetool/HAVE_HAS"
    assert finding.replacements == ("has",)
    assert finding.severity is Severity.WARNING
    assert finding.engine == "languagetool"


def test_rules_and_dialect_are_sent_along() -> None:
    with serving(says()) as server:
        found(LanguageTool(server.url, "en-GB"), "It is fine.")
        (asked,) = server.asked
    assert asked["language"] == ["en-GB"]
    assert set(asked["disabledRules"][0].split(",")) == set(OFF)
    assert set(asked["disabledCategories"][0].split(",")) == set(CATEGORIES_OFF)


def test_letters_of_two_units_are_counted_once() -> None:
    text = "😀 𝒜 👍🏽 We saw teh end, and teh 🎬 too."
    places = [index for index in range(len(text)) if text.startswith("teh", index)]

    def answer(handler: Handler) -> None:
        sent = handler.asked[-1]["text"][0]
        assert len(sent.encode("utf-16-le")) // 2 == len(sent) == len(text)
        rule = "MORFOLOGIK_RULE_EN_US"
        says(*(match(place, 3, rule, "the", category="TYPOS") for place in places))(handler)

    with serving(answer) as server:
        findings = found(LanguageTool(server.url), text)
    assert [finding.span.start for finding in findings] == places
    assert {finding.group for finding in findings} == {"spelling"}


def test_titles_are_not_sent_and_names_are_right() -> None:
    text = "*Her* stars Zbrzezny."
    with serving(says(match(10, 8, "MORFOLOGIK_RULE_EN_US"), match(0, 3, "HER_HERE", "Here"))) as server:
        findings = found(LanguageTool(server.url), text)
        assert "Her" not in server.asked[0]["text"][0]
    assert findings == []


@pytest.mark.parametrize(
    ("text", "marked", "rule"),
    [
        ("It is a docu-drama on bio-pics.", "docu-drama", "MORFOLOGIK_RULE_EN_US"),
        ("Instead it ends.", "Instead", "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA"),
        ("The plot sees her Crawford go home.", "go", "HE_VERB_AGR"),
        ("What it needs is a Howard Hawks.", "a Howard Hawks", "A_NNS"),
        ("He says « oui » and leaves.", " «", "COMMA_PARENTHESIS_WHITESPACE"),
    ],
)
def test_what_edited_prose_writes_is_let_through(text: str, marked: str, rule: str) -> None:
    with serving(says(match(text.index(marked), len(marked), rule, "else"))) as server:
        assert found(LanguageTool(server.url), text) == []


def test_a_long_text_is_sent_in_portions_and_offsets_hold() -> None:
    paragraphs = ["It is fine, word after word after word. " * 50] * 20 + ["So teh end."]
    text = "\n\n".join(paragraphs)

    def answer(handler: Handler) -> None:
        place = handler.asked[-1]["text"][0].find("teh")
        says(*([match(place, 3, "MORFOLOGIK_RULE_EN_US", "the")] if place >= 0 else []))(handler)

    with serving(answer) as server:
        (finding,) = found(LanguageTool(server.url), text)
        assert len(server.asked) > 1
    assert text[finding.span.start : finding.span.end] == "teh"


@pytest.mark.parametrize("ending", ["", "/", "/v2", "/v2/", "/v2/check"])
def test_any_form_of_the_address_will_do(ending: str) -> None:
    with serving(says()) as server:
        assert found(LanguageTool(server.url + ending), "It is fine.") == []
        assert found(LanguageTool(server.url.removeprefix("http://") + ending), "It is fine.") == []


def test_a_named_server_is_part_of_auto_and_a_proxy_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with serving(says(match(7, 3, "MORFOLOGIK_RULE_EN_US", "the"))) as server:
        text = "We saw teh end."
        engines = open_engines("auto", languagetool_url=server.url)
        (finding,) = merged([each for engine in engines for each in found(engine, text)], text)
    assert "Harper and LanguageTool" in finding.message
    assert "NO_PROXY" not in os.environ or "localhost" not in os.environ["NO_PROXY"]


# What can go wrong


def _hangs(handler: Handler) -> None:
    time.sleep(2)
    handler.reply(b"{}")


@pytest.mark.parametrize(
    "checking",
    [
        lambda handler: handler.reply(b"Internal error", 500),
        lambda handler: handler.reply(b"<html>Welcome</html>"),
        lambda handler: handler.reply(b"\xff\xfe\x00"),
        lambda handler: handler.reply(b"{}"),
        lambda handler: handler.reply(b"[]"),
        lambda handler: handler.reply(b"null"),
        lambda handler: handler.reply(b'{"matches": [{}]}'),
        lambda handler: handler.reply(b'{"matches": [{"rule": 7}]}'),
        _hangs,
    ],
    ids=[
        "500",
        "a web page",
        "bytes",
        "no matches",
        "a list",
        "null",
        "an empty match",
        "an odd match",
        "hangs",
    ],
)
def test_a_server_that_answers_wrongly_is_one_clear_error(checking: Answer) -> None:
    with serving(checking) as server:
        engine = LanguageTool(server.url, patience=0.3)
        with pytest.raises(ReviewError, match=server.url) as raised:
            found(engine, "It is fine.")
    assert "\n" not in str(raised.value)
    assert raised.value.hint


def test_nobody_there_is_one_clear_error() -> None:
    with serving(says()) as server:
        url = server.url
    with pytest.raises(ReviewError, match=f"{url} cannot be reached"):
        LanguageTool(url, patience=0.3)


def test_a_server_that_goes_away_is_one_clear_error() -> None:
    with serving(says()) as server:
        engine = LanguageTool(server.url, patience=0.3)
    with pytest.raises(ReviewError, match="cannot be reached"):
        found(engine, "It is fine.")


@pytest.mark.parametrize("url", ["ftp://127.0.0.1", "http://", "http://[::1", "http://h:port"])
def test_what_is_no_address_is_said(url: str) -> None:
    with pytest.raises(ReviewError, match="no address"):
        LanguageTool(url)


def test_nothing_installed_names_the_one_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(ReviewError, match="not installed") as raised:
        open_engines("languagetool")
    assert "--languagetool-url" in (raised.value.hint or "")
    assert not (tmp_path / "nowhere").exists()


def test_no_java_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "LanguageTool-6.8"
    folder.mkdir()
    (folder / "languagetool-server.jar").write_bytes(b"")
    monkeypatch.setenv("LTP_PATH", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReviewError, match="needs Java"):
        open_engines("both")


# The real one


@pytest.fixture(scope="module")
def installed() -> Iterator[None]:
    needs_languagetool()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LTP_PATH", str(INSTALLATION))
        yield


@pytest.fixture(scope="module")
def languagetool(installed: None) -> Iterator[Engine]:
    (engine,) = open_engines("languagetool")
    yield engine
    engine.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "slip", "first"),
    [
        ("The film is an test of nerves.", "an", "a"),
        ("She dont know what the end means.", "dont", "don't"),
        ("The end comes late.Then it stops.", "Then", " Then"),
        ("There is too many scenes in it.", "There is", "There are"),
        ("😀😀 We saw teh end 👍 of it all.", "teh", "the"),
    ],
)
def test_the_real_one_sees_slips(languagetool: Engine, text: str, slip: str, first: str) -> None:
    pairs = [(text[it.span.start : it.span.end], it.replacements[0]) for it in found(languagetool, text)]
    assert (slip, first) in pairs


@pytest.mark.slow
def test_the_real_one_says_nothing_of_names_and_titles(languagetool: Engine) -> None:
    review = (ROOT / "examples" / "her-review.txt").read_text(encoding="utf-8")
    assert list(languagetool.check(Document(review, plain=True))) == []
    assert list(languagetool.check(Document(review, plain=True, notes=Notes(title="Her")))) == []


@pytest.mark.slow
def test_both_engines_on_one_slip_are_one_finding_that_names_both(installed: None) -> None:
    text = "We recieve no answer at the end."
    engines = open_engines("both")
    try:
        (finding,) = merged([each for engine in engines for each in found(engine, text)], text)
    finally:
        for engine in engines:
            engine.close()
    assert finding.replacements[0] == "receive"
    assert finding.message.endswith("(Harper and LanguageTool)")


@pytest.mark.slow
def test_closing_leaves_no_process_behind(installed: None) -> None:
    before = javas()
    engine = LanguageTool(None)
    (started,) = javas() - before
    engine.close()
    assert started not in javas()


@pytest.mark.slow
def test_a_server_of_our_own_that_was_killed_is_started_again(installed: None) -> None:
    before = javas()
    engine = LanguageTool(None)
    (started,) = javas() - before
    os.kill(started, signal.SIGKILL)
    try:
        assert [finding.rule for finding in found(engine, "He have it.")] != []
    finally:
        engine.close()
    assert javas() <= before


def javas() -> set[int]:
    """The processes of Java that this one started and that run."""
    import psutil

    children = psutil.Process().children()
    return {it.pid for it in children if it.status() != psutil.STATUS_ZOMBIE and "java" in it.name()}


def _drips(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        while True:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.2)


def _drips_its_head(handler: Handler) -> None:
    with contextlib.suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.2)


@pytest.mark.parametrize("checking", [_drips, _drips_its_head])
def test_an_answer_that_drips_in_has_an_end(checking: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewcli.engines.languagetool_client._REST", 1.0)
    began = time.monotonic()
    with serving(checking) as server:
        engine = LanguageTool(server.url, patience=1.0)
        with pytest.raises(EngineError, match="does not answer"):
            list(engine.check(Document("Fine.\n")))
    assert time.monotonic() - began < 15


@pytest.mark.parametrize("drips", [_drips, _drips_its_head])
def test_a_server_that_drips_when_it_is_first_asked_is_given_up(
    drips: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Handler, "do_GET", drips)
    monkeypatch.setattr("reviewcli.engines.languagetool_client._REST", 1.0)
    began = time.monotonic()
    with serving(says()) as server, pytest.raises(EngineError, match="does not answer"):
        LanguageTool(server.url, patience=1.0)
    assert time.monotonic() - began < 15


def test_what_a_server_would_put_into_a_draft_is_never_put_there_unasked(tmp_path: Path) -> None:
    draft = tmp_path / "her.md"
    draft.write_text("This is it.\n")
    hostile = match(0, 4, "EN_A_VS_AN", "<script>alert(1)</script>", "An")
    escapes = match(5, 2, "COULD_OF\x1b]0;PWN\x07\u202e", "is\x1b[31m")
    with serving(says(hostile, escapes)) as server:
        ran = review("lint", "--fix", "--no-notes", "--languagetool-url", server.url, "her.md", cwd=tmp_path)
        compact = review(
            "lint",
            "--no-notes",
            "--format",
            "compact",
            "--languagetool-url",
            server.url,
            "her.md",
            cwd=tmp_path,
        )
    assert draft.read_text() == "This is it.\n"
    for text in (ran.out, ran.err, compact.out, compact.err):
        assert not {"\x1b", "\x07", "\u202e"} & set(text)
    assert "languagetool/COULD_OF" in compact.out


def test_a_server_that_sends_its_askers_elsewhere_is_not_followed() -> None:
    with serving(says()) as elsewhere:

        def away(handler: Handler) -> None:
            handler.send_response(307)
            handler.send_header("Location", f"{elsewhere.url}/v2/check")
            handler.end_headers()

        with serving(away) as server, pytest.raises(EngineError):
            list(LanguageTool(server.url).check(Document("Fine.\n")))
        assert elsewhere.asked == []
