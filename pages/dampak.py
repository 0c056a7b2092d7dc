"""What if it is signed: what a purchase sets in motion, in the seller's province and beyond."""

import streamlit as st

from ui.impact import sections


def main() -> None:
    headline = st.container(gap="small")
    asked = sections.ask()
    if asked is not None:
        with headline:
            sections.headline(asked)
        sections.draw(asked)


main()
