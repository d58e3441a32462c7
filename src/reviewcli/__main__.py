"""The entry point of `review`: answers `--version` before it imports anything, else starts the commands."""

import sys


def main() -> None:
    """Run `review` with the arguments of this process."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from reviewcli.texts.version import __version__

        sys.stdout.write(f"review {__version__}\n")
        return
    from reviewcli.cli import run

    run()


if __name__ == "__main__":
    main()
