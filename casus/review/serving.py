"""Serving the workbench: the address, the port, and what the terminal says."""

from __future__ import annotations

import gc
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

import uvicorn

from casus.model.errors import CaseError
from casus.review.app import workbench
from casus.review.desk import Desk
from casus.review.door import Keys
from casus.store import announced, note_of
from casus.store.note import LOOPBACK


def keys_for(host: str, port: int, password: str | None) -> Keys:
    """Return the keys of the door. Raises CaseError where other machines may come in without a password, or the port is taken."""
    if host not in LOOPBACK and not password:
        raise CaseError(f"{host}: other machines could open the workbench; set a password in CASUS_PASSWORD, or leave out --host")
    return Keys(host, port or _free_port(host), password=password)


def listening(keys: Keys) -> socket.socket:
    """Return the socket to serve on. Raises CaseError where the address or port cannot be had."""
    family = socket.AF_INET6 if ":" in keys.host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((keys.host, keys.port))
        taken.listen(128)
    except OSError as error:
        taken.close()
        raise CaseError(f"{keys.host}, port {keys.port}: {error.strerror or error}; choose another with --port") from error
    return taken


def _free_port(host: str) -> int:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
        try:
            probe.bind((host, 0))
        except OSError as error:
            raise CaseError(f"{host}: {error.strerror or error}; leave out --host for this machine alone") from error
        return int(probe.getsockname()[1])


def server_of(desk: Desk, keys: Keys) -> uvicorn.Server:
    """Return the server of a desk, not yet running."""
    config = uvicorn.Config(
        workbench(desk, keys), log_level="warning", access_log=False, server_header=False, date_header=False, lifespan="off", ws="none",
    )  # fmt: skip
    return uvicorn.Server(config)


def serve(desk: Desk, keys: Keys, *, ready: Callable[[str], None] = lambda _: None) -> None:
    """Serve until stopped; `ready` is called with the address once it can be opened. Meanwhile commands hand their work over."""
    gc.collect()
    gc.freeze()  # a large case stays as long as the workbench: looking for garbage in it would hold up a page now and then
    with listening(keys) as taken, _found_by_commands(desk, keys):
        ready(keys.address)
        server_of(desk, keys).run(sockets=[taken])


def _found_by_commands(desk: Desk, keys: Keys) -> AbstractContextManager[object]:
    """Let commands on this machine find the workbench where it listens to this machine itself."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(keys.host, keys.host)
    if desk.case.path is None or host not in LOOPBACK:
        return nullcontext()
    note = note_of(host=host, port=keys.port, token=keys.token, proof=keys.proof, stamp=desk.case.tools.stamp)
    return announced(desk.case.path, note)
