from casus import actors as actors
from casus import places as places
from casus.case import Case as Case
from casus.case import code as code
from casus.model.claim import Claim as Claim
from casus.model.errors import CasusError as CasusError
from casus.model.event import Event as Event
from casus.model.picture import Picture as Picture
from casus.model.text import Evidence as Evidence
from casus.model.text import Report as Report

__all__ = ["Case", "CasusError", "Claim", "Event", "Evidence", "Picture", "Report", "__version__", "actors", "code", "places"]

__version__: str
