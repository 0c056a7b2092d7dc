"""Proposals of cooperation: what one says, the step it is at, how it may move, and where it is kept."""

from data.proposals.deliveries import booked
from data.proposals.desk import Proposals
from data.proposals.moves import moved, next_stage, possible_moves
from data.proposals.record import (
    ANSWERS,
    APPLICATION,
    BOTH,
    LONGEST,
    LONGEST_NOTE,
    NO,
    OPEN,
    PRODUCT,
    SUBJECTS,
    YES,
    Move,
    Proposal,
    ProposalError,
    changed,
    check,
    clean,
)
from data.proposals.terms import Delivery, Terms

__all__ = [
    "ANSWERS",
    "APPLICATION",
    "BOTH",
    "LONGEST",
    "LONGEST_NOTE",
    "NO",
    "OPEN",
    "PRODUCT",
    "SUBJECTS",
    "YES",
    "Delivery",
    "Move",
    "Proposal",
    "ProposalError",
    "Proposals",
    "Terms",
    "booked",
    "changed",
    "check",
    "clean",
    "moved",
    "next_stage",
    "possible_moves",
]
