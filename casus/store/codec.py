"""Model objects to JSON and back, exactly: `decode(type(x), encode(x)) == x` for every class of casus.model.

A dataclass becomes an object of its fields; a field that holds its default is left out, so that a class may gain
fields and older case files stay readable. Text is escaped to ASCII: any code point survives any storage.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]
"""A pair of functions: model value to JSON value, and back."""


def encode(value: object) -> str:
    """Return the value as one line of ASCII JSON. Raises ValueError for a number that is not finite."""
    kind: Any = type(value)
    plain = _codec(kind)[0](value)
    return json.dumps(plain, ensure_ascii=True, allow_nan=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """Return the value of class `kind` that `encode` wrote. Raises what the class raises."""
    key: Any = kind
    value: T = _codec(key)[1](json.loads(text))
    return value


@cache
def _codec(kind: Any) -> Codec:
    """Return the codec of a type; built once from its annotations."""
    if dataclasses.is_dataclass(kind):
        return _of_dataclass(kind)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _of_optional(kind)
    if origin is tuple:
        return _of_tuple(get_args(kind))
    if origin is Literal:
        return _same, _same
    return _SCALARS[kind]


def _same(value: Any) -> Any:
    return value


_SCALARS: dict[Any, Codec] = {
    str: (str, _same),
    bool: (bool, _same),
    int: (int, int),
    float: (float, float),
    date: (date.isoformat, date.fromisoformat),
    datetime: (datetime.isoformat, datetime.fromisoformat),
}


def _of_optional(kind: Any) -> Codec:
    inner = [part for part in get_args(kind) if part is not types.NoneType]
    if len(inner) != 1:
        raise TypeError(f"a field of the model may be one type or None, not {kind}")
    write, read = _codec(inner[0])
    return (lambda v: None if v is None else write(v)), (lambda v: None if v is None else read(v))


def _of_tuple(parts: tuple[Any, ...]) -> Codec:
    if len(parts) == 2 and parts[1] is Ellipsis:
        write, read = _codec(parts[0])
        return (lambda v: [write(x) for x in v]), (lambda v: tuple([read(x) for x in v]))
    codecs = [_codec(part) for part in parts]
    return (
        lambda v: [codec[0](x) for codec, x in zip(codecs, v, strict=True)],
        lambda v: tuple([codec[1](x) for codec, x in zip(codecs, v, strict=True)]),
    )


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _of_dataclass(kind: Any) -> Codec:
    hints = get_type_hints(kind)
    fields = [(f.name, _default(f), _codec(hints[f.name])) for f in dataclasses.fields(kind)]
    readers = {name: codec[1] for name, _, codec in fields}

    def write(value: Any) -> dict[str, Any]:
        held = ((name, default, codec, getattr(value, name)) for name, default, codec in fields)
        return {name: codec[0](v) for name, default, codec, v in held if v != default}

    def read(plain: dict[str, Any]) -> Any:
        return kind(**{name: readers[name](v) for name, v in plain.items()})

    return write, read
