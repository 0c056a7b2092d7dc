"""Text of the data on its way out: one module a medium, so that a text is never taken for an instruction.

``markdown`` for everything Streamlit draws from a string, ``html`` for our own HTML, ``chart`` for plotly
(which reads a little HTML and templates), ``paper`` for DOCX, PPTX, XLSX and typst. Each has
``plain(text)``. To cut, :func:`wording.cutting.short`, always before escaping.
"""
