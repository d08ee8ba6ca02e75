"""What people decided: how it is written, where it holds, what it changes, and what it says about the machine."""

from __future__ import annotations

from casus.judge.agree import Agreement, agreement
from casus.judge.applying import Judged, Memo, Texts, judged
from casus.judge.evaluate import Evaluation, evaluate
from casus.judge.lines import judgement_record, judgements_of, written
from casus.judge.making import Signature
from casus.judge.renewed import Renewed, renewed
from casus.judge.standing import Claims, Roster, passages, signed, standing
from casus.judge.values import FIELDS, gist, in_words, read_value

__all__ = [
    "FIELDS",
    "Agreement",
    "Claims",
    "Evaluation",
    "Judged",
    "Memo",
    "Renewed",
    "Roster",
    "Signature",
    "Texts",
    "agreement",
    "evaluate",
    "gist",
    "in_words",
    "judged",
    "judgement_record",
    "judgements_of",
    "passages",
    "read_value",
    "renewed",
    "signed",
    "standing",
    "written",
]
