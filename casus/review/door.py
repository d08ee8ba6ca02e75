"""The door: who may come in. Every request passes here, before any page is made.

Only this machine by default. The Host must be ours (a name of another site that is made to point here is turned away), posts must come from
our own pages, and every visitor needs the token of the printed address or the password. No page may ask any other host for anything.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from casus.store.note import LOOPBACK

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Only this server's own style, script and data; no inline script, no other host, no frame."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

LARGEST = 1_000_000
"""Bytes of the largest body that is read."""

LARGEST_HANDED = 100_000_000
"""Bytes of the largest reading or set of decisions that a command hands over."""

@dataclass(frozen=True, slots=True)
class Keys:
    """What opens the door: the token of the address, and a password where one is set. `host` and `port` are ours.

    `proof` is what shows a command on this machine that it found the workbench, and not another program on its port.
    """

    host: str = "127.0.0.1"
    port: int = 8400
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    password: str | None = None
    proof: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def cookie(self) -> str:
        """The name of our cookie; cookies are shared by all ports of a host."""
        return f"casus_{self.port}"

    @property
    def address(self) -> str:
        """The address to open."""
        return f"http://{_bracketed(self.host)}:{self.port}/?token={self.token}"

    def matches(self, password: str) -> bool:
        """Whether this is the password, where one is set."""
        return self.password is not None and secrets.compare_digest(password.encode(), self.password.encode())

    def opens(self, token: str) -> bool:
        """Whether this is our token; takes the same time for every wrong one."""
        return secrets.compare_digest(token.encode(), self.token.encode())

    def hosted(self, host: str) -> bool:
        """Whether a Host header names us."""
        name, port = _split(host)
        if port != self.port:
            return False
        if name in LOOPBACK:
            return self.host in LOOPBACK or self.host in {"0.0.0.0", "::"}
        return name == self.host.lower() or (self.host in {"0.0.0.0", "::"} and _is_address(name))


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _split(host: str) -> tuple[str, int]:
    try:
        parts = urlsplit(f"//{host}")
        return (parts.hostname or "").lower(), parts.port or 80
    except ValueError:
        return "", 0


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


class Door:
    """Turns away what must not come in, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, *, keys: Keys) -> None:
        self.app, self.keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, sealed)

    def _refusal(self, scope: Scope) -> Response | None:
        """Return the answer to a visitor who is not let in; None to one who is."""
        headers = Headers(scope=scope)
        if not self.keys.hosted(headers.get("host", "")):
            return PlainTextResponse("This is not a name of this workbench.", 421)
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return PlainTextResponse("Only GET and POST are known here.", 405, {"Allow": "GET, HEAD, POST"})
        if scope["method"] == "POST" and not self._from_us(headers):
            return PlainTextResponse("Another site may not post here.", 403)
        if scope["method"] == "POST" and not self._short(scope, headers):
            return PlainTextResponse("That is too much at once.", 413)
        if scope["path"].startswith("/static/") or (scope["path"] == "/enter" and self.keys.password):
            return None
        return None if self._known(headers) else self._unknown(scope)

    def _from_us(self, headers: Headers) -> bool:
        """Whether a post comes from our own page, or from a program that shows the token."""
        origin = headers.get("origin")
        if origin is None:
            return self._bearer(headers)
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc.lower() == headers.get("host", "").lower()

    def _bearer(self, headers: Headers) -> bool:
        return self.keys.opens(headers.get("authorization", "").removeprefix("Bearer "))

    def _short(self, scope: Scope, headers: Headers) -> bool:
        handed = scope["path"].startswith("/api/handed/") and self._bearer(headers)
        length = headers.get("content-length", "")
        return length.isdigit() and int(length) <= (LARGEST_HANDED if handed else LARGEST)

    def _known(self, headers: Headers) -> bool:
        return self._bearer(headers) or self.keys.opens(_cookies(headers).get(self.keys.cookie, ""))

    def _unknown(self, scope: Scope) -> Response:
        """A visitor with the token in the address gets our cookie and an address without it."""
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("token", [""])[0]
        if scope["path"] == "/" and given and self.keys.opens(given):
            return let_in(self.keys)
        if self.keys.password and scope["method"] == "GET":
            return RedirectResponse("/enter", 303)
        return PlainTextResponse("Open the address that `casus review` printed: it ends in ?token=...", 403)


def let_in(keys: Keys) -> Response:
    """Return the answer that gives a visitor our cookie."""
    answer = RedirectResponse("/", 303)
    answer.set_cookie(keys.cookie, keys.token, httponly=True, samesite="strict", path="/")
    return answer


def _cookies(headers: Headers) -> Mapping[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}
