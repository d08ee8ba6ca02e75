"""Two other calendars of conflict reports: the Hijri (lunar) and the Solar Hijri of Iran and Afghanistan.

Lunar: the tabular civil calendar (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of thirty). Solar: the 33-year rule,
which agrees with the observed equinox for 1178-1633 SH (Borkowski 1996).
"""

from __future__ import annotations

from datetime import date

_HIJRI_EPOCH = date(622, 7, 19).toordinal()
_SOLAR_EPOCH = date(622, 3, 21).toordinal()
_SOLAR_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


def from_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri date, give or take one; None outside the calendar."""
    if not (1 <= month <= 12 and 1 <= day <= 30 and 1 <= year <= 9000):
        return None
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day - 1)


def from_solar_hijri(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri date; None outside the calendar."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9000) or (month > 6 and day > 30):
        return None
    months = 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_SOLAR_EPOCH + 365 * (year - 1) + _leaps_before(year) + months + day - 1)


def _leaps_before(year: int) -> int:
    """How many leap years lie before `year`."""
    whole, rest = divmod(year - 1, 33)
    return whole * 8 + sum(1 for leap in _SOLAR_LEAPS if leap <= rest)
