"""What a page or a report shows: data joined with analysis, cached by the version of the data."""

from analysis.partners import set_evidence_source
from findings.partner_evidence import evidence

set_evidence_source(evidence)
