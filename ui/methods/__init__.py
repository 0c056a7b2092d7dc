"""What the methods page says of each measure, in plain words, with its formula, limits and reference."""

from ui.methods.deals import DEALS
from ui.methods.fit import FIT
from ui.methods.glossary import GLOSSARY
from ui.methods.growth import GROWTH
from ui.methods.market import MARKET
from ui.methods.model import Entry
from ui.methods.partners import PARTNERS
from ui.methods.structure import STRUCTURE
from ui.methods.trade import TRADE

ENTRIES: tuple[Entry, ...] = (*STRUCTURE, *FIT, *MARKET, *GROWTH, *TRADE, *PARTNERS, *DEALS)

__all__ = ["ENTRIES", "GLOSSARY", "Entry"]
