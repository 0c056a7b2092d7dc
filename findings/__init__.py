"""What a page or a report shows: data joined with analysis, cached by the version of the data."""

from analysis import partners
from findings.partner_evidence import evidence

partners.set_evidence_source(evidence)
