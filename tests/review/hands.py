"""What a person's hands do in a browser."""

from __future__ import annotations

import os
import shutil
from typing import Any

CHROMIUM = os.environ.get("CASUS_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def select(page: Any, words: str) -> None:
    """Mark words in the text as a mouse does."""
    page.evaluate(
        """words => {
            const nodes = [];
            for (const run of document.querySelectorAll('#text .t')) {
                const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
                for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
            }
            const at = nodes.map(n => n.data).join('').indexOf(words);
            if (at < 0) throw new Error('not in the text: ' + words);
            const range = document.createRange();
            let before = 0;
            for (const node of nodes) {
                const from = at - before, to = at + words.length - before;
                if (from >= 0 && from < node.length) range.setStart(node, from);
                if (to > 0 && to <= node.length) range.setEnd(node, to);
                before += node.length;
            }
            const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);
            document.getElementById('text').dispatchEvent(new MouseEvent('mouseup', {bubbles: true}));
        }""",
        words,
    )
    page.wait_for_timeout(50)
