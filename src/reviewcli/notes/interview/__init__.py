"""The interview: asks what the notes do not hold yet and files each answer at once, so that none is lost."""

from reviewcli.notes.interview.asking import Stopped, interview

__all__ = ["Stopped", "interview"]
