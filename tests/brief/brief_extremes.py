"""Pictures at the edge: very many events, and a report that attacks the page."""

from __future__ import annotations

from datetime import date

from brief_paper import Paper, event, paper

from casus.model.actor import Party
from casus.model.caution import Caution
from casus.model.claim import Claim, Source
from casus.model.count import Count
from casus.model.event import Event
from casus.model.picture import Picture, Reading, Stamp
from casus.model.place import Place
from casus.model.text import Evidence
from casus.model.when import DateRange


def many(reports: int, sentences: int = 20) -> Picture:
    """A large picture: every sentence of every report carries one event of its own with all its fields."""
    papers = [paper(_long(n, sentences), publisher=f"Paper {n}", published=date(2025, 3, 1 + n % 28)) for n in range(reports)]
    events = tuple(_one_of_many(p, n) for p in papers for n in range(sentences))
    cautions = tuple(
        Caution("single-party-source", p.report.id, f"A toll of {n + 3}, from one side.", "Ask.", p.words(f"killing {n + 3} people"))
        for p in papers for n in range(0, sentences, 4)
    )  # fmt: skip
    readings = tuple(Reading(p.report, p.sentences, ()) for p in papers)
    return Picture(readings, events, (), (), (), cautions, (), Stamp("0.1.0", "sha256:" + "c0" * 32, "sha256:" + "d1" * 32))


def _long(number: int, sentences: int) -> list[tuple[str, list[str]]]:
    body = [
        f"Forces of district {n} shelled the quarter of Hill {number}-{n} on 3 March, killing {n + 3} people, an elder of street {n} said, "
        "and families who had come there from the river in the winter left again the same night with what they could carry on carts."
        for n in range(sentences)
    ]  # fmt: skip
    return [("title", [f"Report {number} from the hills"]), *(("paragraph", body[i : i + 4]) for i in range(0, sentences, 4))]


def _one_of_many(p: Paper, n: int) -> Event:
    number = p.report.title.split()[1] if p.report.title else "0"
    hill = f"Hill {number}-{n}"
    start = p.report.text.index(f"Forces of district {n} shelled")
    after = p.report.text[start:]

    def words(text: str, field: str = "act") -> Evidence:
        at = start + after.index(text)
        return p.report.evidence(field, at, at + len(text))

    day = DateRange(date(2025, 3, 3), date(2025, 3, 3), "day", "as written", words("on 3 March"))
    place = Place(hill, words(hill), id=f"geonames:{number}-{n}", within=("Valley", "Mali"), lat=14.0 + n / 10, lon=-1.0 + int(number) / 9,
                  precision_ucdp=1 + n % 6, precision_acled=1)  # fmt: skip
    elder = Source(f"an elder of street {n}", "witness", "said", "asserts", words(f"an elder of street {n}"))
    act = words("shelled")
    claim = Claim(
        p.report.id, p.sentence(act), "ASSAULT", ("heavy-weapons",), act, "attributed", date=day, place=place, sources=(elder,),
        actors=(Party(f"Forces of district {n}", words(f"Forces of district {n}"), kind="military", id=f"forces-{n}"),),
        recipients=(Party("people", words("people"), kind="civilians"),),
        killed=Count(n + 3, n + 3, n + 3, words(f"{n + 3} people"), rule="one figure"),
    )  # fmt: skip
    return event([claim])


EVIL = (
    "<script>document.title='owned'</script></script><img src=x onerror=\"document.title='owned'\"> "
    "{{ 7 * 7 }} {% raw %} ]]> --> &lt;b&gt; \u202egnp.exe\u202c \u0000\u200b\ufeff\ud800 " + "x" * 3000 + " 𝒜𝒷 rebels attacked <b>Kut</b>."
)


def hostile() -> Picture:
    """A report that attacks the page in every field it controls."""
    p = paper([("title", [EVIL]), ("paragraph", [EVIL.replace("Kut", "Hit"), "‮Right to left‬ they say."])], publisher=EVIL,
              published=date(2025, 1, 1), url="javascript:alert(1)", title=EVIL)  # fmt: skip
    act = p.words("attacked <b>Hit</b>")
    party = Party("</title><script>document.title='owned'</script>", p.words("rebels", nth=1))
    place = Place('"><svg onload=alert(1)>', p.words("<b>Hit</b>"))
    source = Source("</style><script>document.title='owned'</script>", "witness", "'\"><script>", "denies", p.words("they say"))
    claim = Claim(p.report.id, 1, "ASSAULT", ("<script>",), act, "denied", actors=(party,), place=place, sources=(source,),
                  killed=Count(1, 1, 1, p.words("7 * 7"), who="<script>", qualifier="</script>"))  # fmt: skip
    caution = Caution("homoglyphs", p.report.id, "</script><script>document.title='owned'</script>", "<script>", p.words("\u202egnp.exe"))
    return Picture((Reading(p.report, p.sentences, ()),), (event([claim]),), (), (), (), (caution,), (), Stamp("<script>", "c", "m"))
