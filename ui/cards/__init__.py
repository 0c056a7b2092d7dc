"""Parts of the cards that pages show: look, pictograms, light, bars, price line, evidence, source numbers.

Each function returns HTML for ``st.html`` with every text escaped; :func:`ui.cards.look.draw` writes the
style once a run. Words come from ``wording``, numbers already written.
"""
