"""Drafts of letters and agreements (DOCX) for the legal bureau to finish."""

from reports.drafts import asking
from reports.drafts.parties import party_names
from reports.drafts.reading import KINDS, TemplateError
from reports.drafts.writing import TITLES, draft, file_name, fitting

__all__ = ["KINDS", "TITLES", "TemplateError", "asking", "draft", "file_name", "fitting", "party_names"]
