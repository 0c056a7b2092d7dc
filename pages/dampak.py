"""What if it is signed: what a purchase sets in motion, in the seller's province and beyond."""

from ui.impact import sections


def main() -> None:
    asked = sections.ask()
    if asked is not None:
        sections.draw(asked)


main()
