"""Case: the one face of Casus in Python, with one method per verb of the command line; and code().

>>> case = casus.Case("valley.casus")  # doctest: +SKIP
>>> case.read("reports/")              # doctest: +SKIP
>>> case.events().to_pandas()          # doctest: +SKIP

`kept` holds what was read, `decided` adds what people decide, `weighed` compares both, `face` shows it.
"""

from __future__ import annotations

from casus.case.face import Case, code
from casus.case.kept import Added, Watch, day_of, load_tools

__all__ = ["Added", "Case", "Watch", "code", "day_of", "load_tools"]
